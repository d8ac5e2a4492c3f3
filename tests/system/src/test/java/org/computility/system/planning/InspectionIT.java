package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Overlap;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Workshop;

/** Inspections are exact, measured at the node. */
@OnTheServer
class InspectionIT {

    @SideBySide
    void runsEveryInstanceInEveryRoundInGroupsForItsTime(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(12, 5, 10, 2));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            await().atMost(Duration.ofSeconds(15)).until(() -> workshop.node().running() == 5);
            JsonObject live = workshop.plan(plan);
            assertThat(live.getString("Status")).isEqualTo("ON");
            awaitOff(workshop, plan);

            List<TaskRun> runs = workshop.node().runs();
            assertEachRanTwice(runs, 12);
            assertThat(Overlap.most(runs)).isEqualTo(5);
            assertThat(runs)
                    .allSatisfy(run -> assertThat(run.length().toMillis()).isCloseTo(10_000, within(1000L)));
            JsonObject over = workshop.plan(plan).getJsonObject("InspectionPlan");
            assertThat(over.getInt("RoundCount")).isEqualTo(2);
            assertThat(over.getInt("Progress")).isEqualTo(100);
            assertThat(workshop.plan(plan).getInt("FinishedCount")).isEqualTo(12);
        }
    }

    @InTurn
    @SideBySide
    void startsWhoFoundNoRoomFirstInTheNextGroup(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 4)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(10, 5, 10, 2));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            awaitOff(workshop, plan);

            List<TaskRun> runs = workshop.node().runs();
            assertEachRanTwice(runs, 10);
            assertThat(Overlap.most(runs)).isEqualTo(4);
            assertThat(workshop.plan(plan).getInt("FinishedCount")).isEqualTo(10);
        }
    }

    @InTurn
    @SideBySide
    void stopsInMidGroupAndBeginsAnewWhenStartedAgain(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(4, 2, 600, 1));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            await().atMost(Duration.ofSeconds(15)).until(() -> workshop.node().running() == 2);

            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();

            assertThat(workshop.node().running()).isZero();
            assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(4);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            await().atMost(Duration.ofSeconds(15)).until(() -> workshop.node().running() == 2);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
            assertThat(workshop.node().runs()).hasSize(4);
        }
    }

    @InTurn
    @SideBySide
    void startsAFailedInstanceAgainWithinItsGroupsTime(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(3, 2, 20, 1).add("AutoRestart", true));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            await().atMost(Duration.ofSeconds(15)).until(() -> workshop.node().running() == 2);

            TaskRun failed = workshop.node().runs().get(0);
            workshop.node().fail(failed.taskId(), "the camera burns");

            await().atMost(Duration.ofSeconds(17)).until(() -> workshop.node().running() == 2);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> workshop.plan(plan).getString("Status").equals("OFF"));
            List<TaskRun> runs = workshop.node().runs();
            assertThat(runs).hasSize(4);
            assertThat(Overlap.most(runs)).isEqualTo(2);
            TaskRun again = runs.get(2);
            assertThat(again.taskId()).isEqualTo(failed.taskId());
            // The rest of the group's time, which is counted from its first start, and no more.
            assertThat(Duration.between(failed.startedAt(), again.endedAt()).toMillis())
                    .isBetween(17_000L, 24_000L);
            assertThat(runs.get(3).startedAt()).isAfter(again.endedAt());
        }
    }

    @InTurn
    @SideBySide
    void leavesAnInstanceThatIsAddedWithoutAutoStartOutUntilItIsStarted(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan = workshop.create(workshop.inspective(1, 5, 600, 1));
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
            // Else what is added might still join the first group.
            await().atMost(Duration.ofSeconds(15)).until(() -> workshop.node().running() == 1);
            for (boolean start : new boolean[] {false, true}) {
                JsonObject added = Json.createObjectBuilder()
                        .add("TaskID", plan)
                        .add("AlgoTaskInfos", workshop.infos(1))
                        .add("AutoStart", start)
                        .build();
                workshop.operator().post("ACSMP/TaskInstances", added).dataValue();
            }
            assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(1);
            assertThat(workshop.plan(plan).getInt("StartingCount")).isPositive();

            JsonObject paused = workshop.operator()
                    .post("ACSMP/TaskInstances/Search", "{\"TaskID\":" + plan + ",\"Status\":\"PAUSED\"}")
                    .data()
                    .getJsonArray("PageContent")
                    .getJsonObject(0);
            workshop.operator()
                    .post("ACSMP/TaskInstances/Start", "{\"IDs\":[" + paused.getInt("Number") + "]}")
                    .dataValue();
            assertThat(workshop.plan(plan).getInt("StoppedCount")).isZero();
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        }
    }

    private static void awaitOff(Workshop workshop, long plan) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> workshop.plan(plan).getString("Status").equals("OFF"));
    }

    private static void assertEachRanTwice(List<TaskRun> runs, int instances) {
        Map<String, Long> times = runs.stream().collect(Collectors.groupingBy(TaskRun::taskId, Collectors.counting()));
        assertThat(times)
                .hasSize(instances)
                .allSatisfy((task, count) -> assertThat(count).isEqualTo(2));
    }
}
