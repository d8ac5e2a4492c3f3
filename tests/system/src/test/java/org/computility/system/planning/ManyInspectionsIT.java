package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** An inspection holds no thread while its group runs: more of them run at once than the batch engine has threads. */
@InTurn(place = 2)
@OnTheServer
class ManyInspectionsIT {

    private static final int PLANS = 220;
    private static final int AT_ONCE = 44;

    @Test
    void allRunTogetherAndEachComesToItsEnd(Platform platform) {
        try (Workshop workshop = new Workshop(platform, PLANS)) {
            workshop.load(1);
            List<Long> plans = IntStream.range(0, PLANS)
                    .mapToObj(i -> workshop.create(workshop.inspective(1, 1, 90, 1)))
                    .toList();

            start(workshop, plans);

            // A group lasts 90 seconds; all are there before the first one ends.
            await().atMost(Duration.ofSeconds(85)).until(() -> workshop.node().running() == PLANS);
            assertThat(states(workshop)).isEqualTo(Map.of("STARTED", (long) PLANS));
            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> states(workshop).equals(Map.of("COMPLETED", (long) PLANS)));
            assertThat(plans)
                    .allSatisfy(plan ->
                            assertThat(workshop.plan(plan).getString("Status")).isEqualTo("OFF"));
            assertThat(workshop.node().running()).isZero();
            assertThat(workshop.node().runs())
                    .extracting(TaskRun::taskId)
                    .hasSize(PLANS)
                    .doesNotHaveDuplicates();
        }
    }

    private static void start(Workshop workshop, List<Long> plans) {
        for (int from = 0; from < plans.size(); from += AT_ONCE) {
            Stream<Callable<Answer>> starts = plans.subList(from, from + AT_ONCE).stream()
                    .map(plan -> () -> workshop.operator().post("ACSMP/Tasks/" + plan + "/Start"));
            assertThat(AtOnce.send(starts.toList())).allSatisfy(Answer::dataValue);
        }
    }

    /** How many of the organisation's runs are in which state. */
    private static Map<String, Long> states(Workshop workshop) {
        return workshop
                .operator()
                .get("platform/v1/batch/runs?jobName=run-inspection&pageSize=1000")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.groupingBy(run -> run.getString("status"), Collectors.counting()));
    }
}
