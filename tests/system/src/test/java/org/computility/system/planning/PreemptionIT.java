package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Workshop;

/** Clause 6.3 h: an instance of higher priority that finds no room takes the place of one of lower priority. */
@InTurn
@OnTheServer
class PreemptionIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @SideBySide
    void theLowerOneIsPausedWithTheReasonAndResumesByItselfUnlessAPersonPausesIt(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 1)) {
            workshop.load(1);
            long low = plan(workshop, 1);
            awaitStatus(workshop, low, "RUNNING");
            long equal = plan(workshop, 1);
            assertThat(placement(workshop, instance(workshop, equal)).getBoolean("startsNext"))
                    .isFalse();

            long high = plan(workshop, 5);

            awaitStatus(workshop, high, "RUNNING");
            JsonObject paused = instance(workshop, low);
            assertThat(paused.getString("Status")).isEqualTo("PAUSED");
            assertThat(paused.getString("Message"))
                    .contains("Instance " + instance(workshop, high).getInt("Number") + " of priority 5 took its place")
                    .contains("resumes by itself");
            assertThat(workshop.plan(low).getInt("StoppedCount")).isEqualTo(1);
            assertThat(outcomes(workshop, low)).containsExactly("PREEMPTED");
            List<TaskRun> runs = workshop.node().runs();
            assertThat(runs).hasSize(2);
            assertThat(runs.get(1).startedAt()).isAfterOrEqualTo(runs.get(0).endedAt());

            call(workshop, high, "Stop");

            awaitStatus(workshop, low, "RUNNING");
            assertThat(workshop.node().running()).isEqualTo(1);
            assertThat(instance(workshop, equal).getString("Status")).isEqualTo("PENDING");

            call(workshop, high, "Start");
            awaitStatus(workshop, high, "RUNNING");
            assertThat(instance(workshop, low).containsKey("Message")).isTrue();
            call(workshop, low, "Stop");
            assertThat(instance(workshop, low).containsKey("Message")).isFalse();
            call(workshop, high, "Stop");

            awaitStatus(workshop, equal, "RUNNING");
            assertThat(instance(workshop, low).getString("Status")).isEqualTo("PAUSED");
        }
    }

    @SideBySide
    void whatItsNodeDoesNotEndIsNotPausedAndNothingStartsBesideIt(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 1)) {
            workshop.load(1);
            long low = plan(workshop, 1);
            awaitStatus(workshop, low, "RUNNING");
            workshop.node().tasks().endAfter(Duration.ofHours(1));

            long high = plan(workshop, 5);

            await().atMost(SOON).until(() -> instance(workshop, low).containsKey("Message"));
            assertThat(instance(workshop, low).getString("Status")).isEqualTo("RUNNING");
            assertThat(instance(workshop, high).getString("Status")).isEqualTo("PENDING");
            assertThat(workshop.node().runs()).hasSize(1);
        }
    }

    private static long plan(Workshop workshop, int priority) {
        JsonObject info = Json.createObjectBuilder(workshop.info(priority))
                .add("Priority", priority)
                .build();
        return workshop.create(workshop.periodic(0)
                .add("AlgoTaskInfos", Json.createArrayBuilder().add(info))
                .add("AutoStart", true));
    }

    private static void call(Workshop workshop, long plan, String what) {
        workshop.operator().post("ACSMP/Tasks/" + plan + "/" + what).dataValue();
    }

    private static void awaitStatus(Workshop workshop, long plan, String status) {
        await().atMost(SOON)
                .until(() -> instance(workshop, plan).getString("Status").equals(status));
    }

    private static JsonObject instance(Workshop workshop, long plan) {
        return workshop.operator()
                .post(
                        "ACSMP/TaskInstances/Search",
                        Json.createObjectBuilder().add("TaskID", plan).build())
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0);
    }

    private static JsonObject placement(Workshop workshop, JsonObject instance) {
        String id = instance.getString("ID");
        return workshop.operator()
                .get("platform/v1/planning/instances/" + id + "/placement")
                .expect(200)
                .json();
    }

    private static List<String> outcomes(Workshop workshop, long plan) {
        return workshop
                .operator()
                .get("platform/v1/plans/" + plan + "/runs")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(run -> ((JsonString) run.get("outcome")).getString())
                .toList();
    }
}
