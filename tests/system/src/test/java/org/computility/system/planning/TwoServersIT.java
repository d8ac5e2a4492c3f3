package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.computility.system.FakeNode;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.OnTheServer;
import org.computility.system.Overlap;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.computility.system.wire.FirstAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two servers on one database share the work, and nothing is done twice. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "computility.server", matches = "payara-micro", disabledReason = "two of them suffice")
class TwoServersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of starts and stops at the server that lives on. */
    private static final int ROUNDS = 20;

    private Platform first;
    private ServerUnderTest other;
    private Platform second;
    private Set<String> firstAnswers;

    @BeforeAll
    void startTheOther(Platform platform, ServerUnderTest server) {
        first = platform;
        other = server.another();
        try (FirstAnswers answers = new FirstAnswers(other.baseUri())) {
            other.start();
            firstAnswers = answers.statusLines();
        }
        second = new Platform(other);
    }

    @AfterAll
    void leaveTheFirstAlone(ServerUnderTest server) {
        other.kill();
        server.start();
    }

    @Test
    void nothingIsAnsweredBeforeTheApplicationIsThere() {
        assertThat(firstAnswers).containsExactly("401 Unauthorized");
    }

    /** One dies in the middle of an inspection, and while streams that licences bound are started and stopped at both. */
    @Test
    void oneWatchesTheNodeAndRunsThePlanAndTheOtherTakesOverWhenItDies(ServerUnderTest server)
            throws InterruptedException {
        try (Workshop workshop = new Workshop(second, 20);
                LicensedCrowd crowd = new LicensedCrowd(second)) {
            workshop.load(1);
            FakeNode node = workshop.node();
            long periodic = workshop.create(workshop.periodic(3).add("AutoStart", true));
            await().atMost(PATIENCE).until(() -> node.running() == 3);
            List<TaskRun> steady = List.copyOf(node.runs());
            long plan = workshop.create(workshop.inspective(6, 2, 10, 1));
            // A batch run begins on the server that was asked; the first one also watches the nodes since it was alone.
            atFirst(workshop.account()).post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            AtomicInteger roundsThere = crowd.busyAt(first);
            AtomicInteger roundsHere = crowd.busyAt(second);
            await().atMost(PATIENCE).until(() -> node.runs().size() == 3 + 4);
            assertThat(node.events().mostOpen()).isEqualTo(1);
            Set<String> interrupted = tasks(node.runs().subList(5, 7));
            String dead = serverOf(plan);

            assertThat(roundsThere).hasPositiveValue();
            server.kill();

            int soFar = roundsHere.get();
            await().atMost(PATIENCE).until(() -> roundsHere.get() >= soFar + ROUNDS);
            crowd.settle();
            await().atMost(PATIENCE)
                    .until(() -> workshop.plan(plan).getString("Status").equals("OFF"));
            assertThat(serverOf(plan)).isNotEqualTo(dead);
            List<TaskRun> inspected = node.runs().subList(3, node.runs().size());
            Map<String, Long> times =
                    inspected.stream().collect(Collectors.groupingBy(TaskRun::taskId, Collectors.counting()));
            assertThat(times)
                    .hasSize(6)
                    .allSatisfy((task, count) -> assertThat(count).isEqualTo(interrupted.contains(task) ? 2 : 1));
            assertThat(Overlap.most(inspected)).isEqualTo(2);
            assertThat(steady)
                    .hasSize(3)
                    .allSatisfy(run -> assertThat(run.endedAt()).isNull());
            // The node finds out that nobody reads the dead server's stream only when it next writes there.
            await().atMost(PATIENCE)
                    .until(() -> node.events().opened() == 2 && node.events().open() == 1);
            workshop.operator().post("ACSMP/Tasks/" + periodic + "/Stop").dataValue();
            assertThat(node.running()).isZero();
        }
    }

    private Visitor atFirst(Platform.Account account) {
        return first.as(first.login(account.username(), account.password()));
    }

    private String serverOf(long plan) {
        return second
                .asAdmin()
                .get("platform/v1/batch/runs?jobName=run-inspection&pageSize=1000")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(run ->
                        run.getJsonObject("parameters").getString("planId").equals("" + plan))
                .map(run -> run.getString("server"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> tasks(List<TaskRun> runs) {
        return runs.stream().map(TaskRun::taskId).collect(Collectors.toSet());
    }
}
