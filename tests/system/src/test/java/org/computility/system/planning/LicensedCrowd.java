package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.system.Answer;
import org.computility.system.Multipart;
import org.computility.system.Overlap;
import org.computility.system.Platform;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.Workshop;

/** Streams of one capability that several servers start and stop all the time, more than there are licences for. */
final class LicensedCrowd implements AutoCloseable {

    private static final int QUOTA = 3;
    private static final int STREAMS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Workshop workshop;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> refused = new ConcurrentLinkedQueue<>();
    private final long plan;
    private final List<String> streams;
    private volatile boolean over;

    /** With a licence file for three streams, and room for all. */
    LicensedCrowd(Platform platform) {
        workshop = new Workshop(platform, STREAMS);
        String abilities = "[{'AlgoDefCode':'" + workshop.algorithm().capability() + "','Quota':" + QUOTA + "}]";
        new Multipart()
                .text("File", "license")
                .text("Provider", "COMPUTILITY")
                .text("AbilityAuths", Sketch.text(abilities))
                .post(workshop.operator(), "ACSMP/License")
                .expect(200);
        workshop.load(1);
        plan = workshop.create(workshop.periodic(STREAMS));
        streams = workshop.plan(plan).getJsonArray("AlgoTaskInfos").getValuesAs(JsonObject.class).stream()
                .map(stream -> stream.getString("ID"))
                .toList();
    }

    /** Starts all and stops some at that server, again and again; counts the rounds. Ends with the server. */
    AtomicInteger busyAt(Platform server) {
        Visitor operator = server.as(workshop.operator().token().orElseThrow());
        AtomicInteger rounds = new AtomicInteger();
        threads.submit(() -> {
            Random random = new Random(rounds.hashCode());
            try {
                while (!over) {
                    command(operator, "Start", streams);
                    command(operator, "Stop", List.of(streams.get(random.nextInt(STREAMS)), running(random)));
                    rounds.incrementAndGet();
                }
            } catch (UncheckedIOException e) {
                // Its server is gone.
            }
        });
        return rounds;
    }

    /** Never more ran than licences allow, and afterwards exactly as many do: a server that died took none along. */
    void settle() throws InterruptedException {
        over = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(refused).isEmpty();
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        await().atMost(PATIENCE).until(() -> workshop.node().running() == 0);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200);
        await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == QUOTA);
        assertThat(Overlap.most(workshop.node().runs())).isEqualTo(QUOTA);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
    }

    /** One that runs at the node now, or any. */
    private String running(Random random) {
        return workshop.node().runs().stream()
                .filter(run -> run.endedAt() == null)
                .map(run -> run.taskId())
                .findAny()
                .orElse(streams.get(random.nextInt(STREAMS)));
    }

    private void command(Visitor operator, String command, List<String> some) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        some.stream().distinct().forEach(ids::add);
        Answer answer = operator.post(
                "ACSMP/TaskInstances/" + command,
                Json.createObjectBuilder().add("IDs", ids).build());
        if (answer.status() != 200) {
            refused.add(answer);
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        workshop.close();
    }
}
