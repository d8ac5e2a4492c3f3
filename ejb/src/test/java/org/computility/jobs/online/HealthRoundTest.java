package org.computility.jobs.online;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.jobs.register.ServiceTasks;
import org.computility.jobs.register.ServiceTasks.Replica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas behind a real HTTP server, each at a path of its own. */
class HealthRoundTest {

    private static final UUID JOB = UUID.randomUUID();

    private final Tasks tasks = new Tasks();
    private final Map<String, ServiceEndpoint> told = new HashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private boolean admitted = true;
    private boolean reached = true;
    private CountDownLatch together = new CountDownLatch(0);
    private HttpServer server;
    private HealthRound round;

    /** The replicas that run, as the last round left them. */
    private static final class Tasks extends ServiceTasks {

        private List<Replica> replicas = new ArrayList<>();
        private final List<Collection<Replica>> notes = new ArrayList<>();

        @Override
        public List<Replica> running() {
            return List.copyOf(replicas);
        }

        @Override
        public void seen(UUID jobId, Collection<Replica> changed) {
            notes.add(changed);
            changed.forEach(now -> replicas.replaceAll(one -> one.taskId().equals(now.taskId()) ? now : one));
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        round = new HealthRound(tasks, new HealthRound.Centers() {
            @Override
            public JobConnection open(String centerId) throws RuntimeFailure {
                if (!reached) {
                    throw new RuntimeFailure(RuntimeFailure.Reason.UNREACHABLE, "it is away", null);
                }
                return center();
            }

            @Override
            public boolean admits(String centerId, ServiceEndpoint endpoint) {
                return admitted;
            }
        });
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatAnswersBelow400Serves() {
        replica("a", 200);
        replica("b", 302);
        replica("c", 404);
        replica("d", 503);

        round.look();

        assertThat(serving()).containsExactly("a", "b");
        assertThat(asked).as("a redirection is followed nowhere").containsExactlyInAnyOrder("/a", "/b", "/c", "/d");
    }

    @Test
    void oneAnswerThatFailsIsForgivenAndTwoInARowAreNot() {
        replica("a", 200);
        round.look();

        statuses.put("/a", 500);
        round.look();
        assertThat(serving()).containsExactly("a");
        statuses.put("/a", 200);
        round.look();
        statuses.put("/a", 500);
        round.look();
        assertThat(serving()).as("the two were not in a row").containsExactly("a");
        round.look();
        assertThat(serving()).isEmpty();
    }

    @Test
    void aNewAttemptOfAReplicaHasFailedNeverYet() {
        replica("a", 200);
        round.look();
        statuses.put("/a", 500);
        round.look();

        tasks.replicas.replaceAll(one ->
                new Replica(one.taskId(), JOB, "a, once more", one.centerId(), one.healthPath(), one.endpoint(), true));
        round.look();

        assertThat(serving()).hasSize(1);
    }

    @Test
    void whereAReplicaIsItsCenterTells() {
        replica("a", 200);
        String endpoint = tasks.replicas.get(0).endpoint();
        told.put("a", new ServiceEndpoint("127.0.0.1", server.getAddress().getPort()));
        tasks.replicas.replaceAll(one -> one.as(null, false));
        tasks.replicas.add(new Replica(UUID.randomUUID(), JOB, "untold", "center", "/b", null, false));

        round.look();

        assertThat(tasks.replicas.get(0).endpoint()).isEqualTo(endpoint);
        assertThat(serving()).containsExactly("a");
        assertThat(asked).containsExactly("/a");
    }

    @Test
    void whatThePlatformMayNotCallIsNotCalled() {
        told.put("a", new ServiceEndpoint("127.0.0.1", server.getAddress().getPort()));
        tasks.replicas.add(new Replica(UUID.randomUUID(), JOB, "a", "center", "/a", null, false));
        admitted = false;

        round.look();

        assertThat(asked).isEmpty();
        assertThat(tasks.replicas.get(0).endpoint()).isNull();
    }

    @Test
    void aCenterThatIsAwayKeepsNobodyElseFromBeingAsked() {
        tasks.replicas.add(new Replica(UUID.randomUUID(), JOB, "lost", "center", "/lost", null, false));
        replica("a", 200);
        reached = false;

        round.look();

        assertThat(serving()).containsExactly("a");
    }

    @Test
    void whatHasNotChangedIsNotNoted() {
        replica("a", 200);
        replica("b", 500);
        round.look();
        assertThat(tasks.notes).hasSize(1);

        round.look();

        assertThat(tasks.notes).hasSize(1);
    }

    /** None of them is answered before all of them are asked. */
    @Test
    void allAreAskedAtOnce() {
        together = new CountDownLatch(12);
        for (int i = 0; i < 12; i++) {
            replica("r" + i, 200);
        }

        round.look();

        assertThat(serving()).hasSize(12);
        assertThat(tasks.notes).as("one transaction for the job").hasSize(1);
    }

    private void replica(String runtimeId, int status) {
        statuses.put("/" + runtimeId, status);
        String endpoint = "127.0.0.1:" + server.getAddress().getPort();
        tasks.replicas.add(new Replica(UUID.randomUUID(), JOB, runtimeId, "center", "/" + runtimeId, endpoint, false));
    }

    private List<String> serving() {
        return tasks.replicas.stream()
                .filter(Replica::serving)
                .map(Replica::runtimeId)
                .toList();
    }

    /** It answers once all are asked that shall be asked together. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        synchronized (asked) {
            asked.add(path);
        }
        together.countDown();
        try {
            boolean all = together.await(30, TimeUnit.SECONDS);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(all ? statuses.getOrDefault(path, 404) : 500, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** Of all that a center can do, a round asks where its replicas are. */
    private JobConnection center() {
        return (JobConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JobConnection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "endpoint" -> Optional.ofNullable(told.get(arguments[0]));
                    case "close" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
