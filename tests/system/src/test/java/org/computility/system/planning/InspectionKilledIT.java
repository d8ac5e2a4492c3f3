package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Overlap;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The server dies in mid-round. */
@InTurn(place = 0)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class InspectionKilledIT {

    @Test
    void goesOnWhereItWasAndRepeatsTheInterruptedGroupOnly(Platform platform, ServerUnderTest server) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(12, 5, 10, 2));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            // The second group, of five as the first one, is running; one of two follows.
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> workshop.node().runs().size() == 10);
            Set<String> interrupted = tasks(workshop.node().runs(), 5, 10);
            // While a group runs, no thread of the engine is held.
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());

            server.kill();
            server.start();

            await().atMost(Duration.ofSeconds(240))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> workshop.plan(plan).getString("Status").equals("OFF"));
            assertRuns(workshop.node().runs(), interrupted);
            assertThat(workshop.plan(plan).getJsonObject("InspectionPlan").getInt("RoundCount"))
                    .isEqualTo(2);
            assertNoRunIsLeftOpen(platform);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());
        }
    }

    private static void assertRuns(List<TaskRun> runs, Set<String> interrupted) {
        Map<String, Long> times = runs.stream().collect(Collectors.groupingBy(TaskRun::taskId, Collectors.counting()));
        assertThat(times)
                .hasSize(12)
                .allSatisfy((task, count) -> assertThat(count).isEqualTo(interrupted.contains(task) ? 3 : 2));
        assertThat(Overlap.most(runs)).isEqualTo(5);
        // Group after group: the interrupted one again, the last of its round, and the whole second round.
        assertThat(tasks(runs, 10, 15)).isEqualTo(interrupted);
        assertThat(tasks(runs, 17, 22)).isEqualTo(tasks(runs, 0, 5));
        assertThat(tasks(runs, 22, 27)).isEqualTo(interrupted);
        assertThat(tasks(runs, 27, 29)).isEqualTo(tasks(runs, 15, 17));
    }

    private static Set<String> tasks(List<TaskRun> runs, int from, int to) {
        return runs.subList(from, to).stream().map(TaskRun::taskId).collect(Collectors.toSet());
    }

    private static void assertNoRunIsLeftOpen(Platform platform) {
        for (String status : List.of("PENDING", "STARTING", "STARTED", "STOPPING")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> platform.asAdmin()
                                    .get("platform/v1/batch/runs?status=" + status)
                                    .expect(200)
                                    .json()
                                    .getInt("total")
                            == 0);
        }
    }
}
