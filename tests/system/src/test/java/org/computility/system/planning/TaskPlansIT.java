package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** C.1 to C.14 with periodic plans. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskPlansIT {

    private Workshop workshop;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
        workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void runsWhatHasRoomAndTheRestWhenRoomIsFree() {
        long plan = workshop.create(workshop.periodic(6).add("AutoStart", true));
        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 4);
        assertThat(workshop.plan(plan).getInt("StartingCount")).isEqualTo(2);
        JsonObject waiting = instances(plan, "PENDING").getJsonObject(0);
        assertThat(waiting.getString("Message")).contains("room");

        JsonArray running = instances(plan, "RUNNING");
        operator()
                .post(
                        "ACSMP/TaskInstances/Stop",
                        Json.createObjectBuilder()
                                .add(
                                        "IDs",
                                        Json.createArrayBuilder()
                                                .add(running.getJsonObject(0).getInt("Number"))
                                                .add(running.getJsonObject(1).getString("ID")))
                                .build())
                .dataValue();
        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 4);
        assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(2);

        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        assertThat(workshop.plan(plan).getInt("StoppedCount")).isEqualTo(6);
        assertThat(workshop.node().running()).isZero();
        operator().delete("ACSMP/Tasks/" + plan).dataValue();
        assertThat(operator().get("ACSMP/Tasks/" + plan).status()).isEqualTo(404);
    }

    @InTurn
    @Test
    void startsAFailedInstanceAgainWhereThePlanSaysSo() {
        long plan = workshop.create(workshop.periodic(1).add("AutoStart", true).add("AutoRestart", true));
        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 1);
        String task = instances(plan, "RUNNING").getJsonObject(0).getString("ID");
        workshop.node().fail(task, "the camera burns");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> workshop.node().runs().stream()
                                .filter(run -> run.taskId().equals(task))
                                .count()
                        == 2);
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        JsonObject runs = operator()
                .get("platform/v1/plans/" + plan + "/runs")
                .expect(200)
                .json();
        assertThat(runs.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(run -> run.getString("outcome"))
                        .collect(Collectors.toList()))
                .isEqualTo(List.of("ERROR", "STOPPED"));
    }

    @InTurn
    @Test
    void changesOnlyWhatIsGivenAndWhatRunsOnlyWhileOff() {
        long plan = workshop.create(workshop.periodic(2).add("Description", "first"));
        operator()
                .put(
                        "ACSMP/Tasks/" + plan,
                        Json.createObjectBuilder().add("Name", "renamed").build())
                .dataValue();
        assertThat(workshop.plan(plan).getString("Name")).isEqualTo("renamed");
        assertThat(workshop.plan(plan).getString("Description")).isEqualTo("first");
        operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
        operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
        Refusals update = new Refusals(operator(), "PUT", "ACSMP/Tasks/" + plan);
        update.of(
                Json.createObjectBuilder()
                        .add("AlgoTaskInfos", workshop.infos(1))
                        .build(),
                409,
                40945,
                "stop");
        assertThat(operator().delete("ACSMP/Tasks/" + plan).code()).isEqualTo(40945);
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        operator()
                .put(
                        "ACSMP/Tasks/" + plan,
                        Json.createObjectBuilder()
                                .add("AlgoTaskInfos", workshop.infos(3))
                                .build())
                .dataValue();
        assertThat(workshop.plan(plan).getInt("TotalCount")).isEqualTo(3);
        update.of(Json.createObjectBuilder().add("TaskID", plan + 1).build(), 400, 40004, "TaskID");
        update.of(Json.createObjectBuilder().add("Name", "x".repeat(257)).build(), 400, 40003, "Name");
    }

    @Test
    void addsChangesShowsAndDeletesInstances() {
        long plan = workshop.create(workshop.periodic(1));
        operator()
                .post(
                        "ACSMP/TaskInstances",
                        Json.createObjectBuilder()
                                .add("TaskID", plan)
                                .add("AlgoTaskInfos", workshop.infos(2))
                                .build())
                .dataValue();
        JsonArray all = instances(plan, "STOPPED");
        assertThat(all).hasSize(3);
        String id = all.getJsonObject(0).getString("ID");
        int number = all.getJsonObject(1).getInt("Number");
        operator()
                .put(
                        "ACSMP/TaskInstances",
                        Json.createObjectBuilder()
                                .add("ID", id)
                                .add("Priority", 9)
                                .build())
                .dataValue();
        JsonObject shown = operator().get("ACSMP/TaskInstances/" + id).data();
        assertThat(shown.getJsonObject("TaskInfo").getInt("Priority")).isEqualTo(9);
        assertThat(shown.getJsonObject("TaskInfo").getString("ID")).isEqualTo(id);
        assertThat(shown.getJsonObject("TaskInfo").getJsonObject("StreamOptions"))
                .isNotNull();
        operator().delete("ACSMP/TaskInstances/" + number).dataValue();
        assertThat(operator().get("ACSMP/TaskInstances/" + number).status()).isEqualTo(404);
        assertThat(operator().delete("ACSMP/TaskInstances/" + number).code()).isEqualTo(40442);
        assertThat(operator().get("ACSMP/TaskInstances/what").status()).isEqualTo(400);
    }

    @InTurn
    @Test
    void refusesAPlanThatMakesNoSenseAndNamesTheMember() {
        JsonObject good = workshop.periodic(1).build();
        Refusals create = new Refusals(operator(), "POST", "ACSMP/Tasks");
        for (String member : List.of("Name", "Type", "Mode", "AlgoTaskInfos")) {
            create.of(Json.createObjectBuilder(good).remove(member).build(), 400, 40001, member);
        }
        create.of(Json.createObjectBuilder(good).add("Name", 7).build(), 400, 40002, "Name");
        create.of(Json.createObjectBuilder(good).add("Name", "x".repeat(257)).build(), 400, 40003, "Name");
        create.of(Json.createObjectBuilder(good).add("Mode", "SOMETIMES").build(), 400, 40004, "Mode");
        create.of(
                Json.createObjectBuilder(good)
                        .add("PlanDayTime", Json.createArrayBuilder().add("8,7:00,9:00"))
                        .build(),
                400,
                40004,
                "PlanDayTime[0]");
        create.of(info(good, "AlgoDefCode", null), 400, 40001, "AlgoTaskInfos[0].AlgoDefCode");
        create.of(info(good, "AlgoDefCode", "NOBODY-KNOWS"), 404, 0, "NOBODY-KNOWS");
        create.of(info(good, "StreamOptions", null), 400, 40001, "AlgoTaskInfos[0].StreamOptions");
        JsonObject inspection = workshop.inspective(1, 1, 10, 1).build();
        JsonObject tooShort = Json.createObjectBuilder(inspection.getJsonObject("InspectionPlan"))
                .add("Duration", 9)
                .build();
        create.of(
                Json.createObjectBuilder(inspection)
                        .add("InspectionPlan", tooShort)
                        .build(),
                400,
                40004,
                "InspectionPlan.Duration");
        assertThat(operator().get("ACSMP/Tasks/999999999").code()).isEqualTo(40441);
        assertThat(operator().post("ACSMP/Tasks/999999999/Start").code()).isEqualTo(40441);
        new Refusals(operator(), "POST", "ACSMP/TaskInstances/Start")
                .of(
                        Json.createObjectBuilder()
                                .add("IDs", Json.createArrayBuilder().add(999999999))
                                .build(),
                        404,
                        40442,
                        "999999999");
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private JsonArray instances(long plan, String status) {
        JsonObject request = Json.createObjectBuilder()
                .add("TaskID", plan)
                .add("Status", status)
                .build();
        return operator().post("ACSMP/TaskInstances/Search", request).data().getJsonArray("PageContent");
    }

    private static JsonObject info(JsonObject plan, String member, String value) {
        var info = Json.createObjectBuilder(plan.getJsonArray("AlgoTaskInfos").getJsonObject(0));
        if (value == null) {
            info.remove(member);
        } else {
            info.add(member, value);
        }
        return Json.createObjectBuilder(plan)
                .add("AlgoTaskInfos", Json.createArrayBuilder().add(info))
                .build();
    }
}
