package org.computility.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.system.FakeNode.TaskRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The server dies in mid-round. */
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class InspectionKilledIT {

    @Test
    void goesOnWhereItWasAndRepeatsTheInterruptedGroupOnly(Platform platform, ServerUnderTest server) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(9, 3, 10, 1));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            // The second group of three is running.
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> workshop.node().runs().size() == 6);
            Set<String> interrupted = workshop.node().runs().subList(3, 6).stream()
                    .map(TaskRun::taskId)
                    .collect(Collectors.toSet());

            server.kill();
            server.start();

            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> workshop.plan(plan).getString("Status").equals("OFF"));
            List<TaskRun> runs = workshop.node().runs();
            Map<String, Long> times =
                    runs.stream().collect(Collectors.groupingBy(TaskRun::taskId, Collectors.counting()));
            assertThat(times)
                    .hasSize(9)
                    .allSatisfy((task, count) -> assertThat(count).isEqualTo(interrupted.contains(task) ? 2 : 1));
            assertThat(InspectionIT.mostAtOnce(runs)).isEqualTo(3);
            assertNoRunIsLeftOpen(platform);
        }
    }

    private static void assertNoRunIsLeftOpen(Platform platform) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(platform
                                .asAdmin()
                                .get("platform/v1/batch/runs?pageSize=1000")
                                .expect(200)
                                .json()
                                .getJsonArray("items")
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .filter(run -> run.getString("jobName").equals("run-inspection"))
                                .map(run -> run.getString("status")))
                        .doesNotContain("STARTING", "STARTED", "STOPPING"));
    }
}
