package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.computility.system.Answer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What searches of plans (C.3) and the operations on instances (C.8 to C.14) refuse, and what runs (C.2, C.5, C.9, C.12). */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskRefusalsIT {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private Platform platform;
    private Workshop workshop;
    private long plan;
    private String instance;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        workshop = new Workshop(platform, 4);
        workshop.load(1);
        plan = workshop.create(workshop.periodic(1));
        instance = onlyInstance(plan).getString("ID");
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"TaskIDs\":7}', 40002, TaskIDs",
        "'{\"TaskIDs\":[\"seven\"]}', 40002, TaskIDs[0]",
        "'{\"Status\":1}', 40002, Status",
        "'{\"Status\":\"MAYBE\"}', 40004, Status",
        "'{\"Name\":7}', 40002, Name",
        "'{\"Type\":\"AUDIO\"}', 40004, Type",
        "'{\"Mode\":\"SOMETIMES\"}', 40004, Mode",
        "'{\"AlgoDefName\":true}', 40002, AlgoDefName",
        "'{\"DeviceIDs\":\"device-0\"}', 40002, DeviceIDs",
        "'{\"DeviceIDs\":[1]}', 40002, DeviceIDs[0]",
        "'{\"AlgoDefCodes\":[1]}', 40002, AlgoDefCodes[0]",
        "'{\"CreateTimeFrom\":\"yesterday\"}', 40004, CreateTimeFrom",
        "'{\"CreateTimeTo\":20261122}', 40002, CreateTimeTo",
        "'{\"PageRequest\":[]}', 40002, PageRequest",
        "'{\"PageRequest\":{\"PageNumber\":0}}', 40004, PageRequest.PageNumber",
        "'{\"PageRequest\":{\"PageNumber\":\"1\"}}', 40002, PageRequest.PageNumber",
        "'{\"PageRequest\":{\"PageSize\":1001}}', 40004, PageRequest.PageSize",
        "'{\"PageRequest\":{\"OrderList\":[{\"Property\":\"sealed\"}]}}', 40022, Property",
        "'{\"PageRequest\":{\"OrderList\":[{\"Property\":\"Name\",\"Direction\":\"up\"}]}}', 40004, Direction",
        "'{', 40000, JSON"
    })
    void aBadSearchOfPlansIsRefusedByName(String body, int code, String named) {
        refused(operator().post("ACSMP/Tasks/Search", body), 400, code, named);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ID\":true}', 40002, ID",
        "'{\"ID\":\"what\"}', 40004, ID",
        "'{\"Status\":1}', 40002, Status",
        "'{\"Status\":\"BUSY\"}', 40004, Status",
        "'{\"AlgoDefCodes\":\"one\"}', 40002, AlgoDefCodes",
        "'{\"AlgoDefName\":7}', 40002, AlgoDefName",
        "'{\"TaskID\":\"one\"}', 40002, TaskID",
        "'{\"TaskName\":7}', 40002, TaskName",
        "'{\"DeviceIDs\":[7]}', 40002, DeviceIDs[0]",
        "'{\"CreateTimeFrom\":\"2026-11-22\"}', 40004, CreateTimeFrom",
        "'{\"CreateTimeTo\":7}', 40002, CreateTimeTo",
        "'{\"PageRequest\":{\"PageSize\":0}}', 40004, PageRequest.PageSize",
        "'{\"PageRequest\":{\"OrderList\":[{\"Property\":\"sealed\"}]}}', 40022, Property",
        "'{', 40000, JSON"
    })
    void aBadSearchOfInstancesIsRefusedByName(String body, int code, String named) {
        refused(operator().post("ACSMP/TaskInstances/Search", body), 400, code, named);
    }

    @Test
    void aSearchForTooLongANameIsRefusedByName() {
        Refusals plans = new Refusals(operator(), "POST", "ACSMP/Tasks/Search");
        Refusals instances = new Refusals(operator(), "POST", "ACSMP/TaskInstances/Search");
        String device = "x".repeat(65);
        String code = "x".repeat(129);
        for (Refusals search : List.of(plans, instances)) {
            search.of(member("AlgoDefName", "x".repeat(257)), 400, 40003, "AlgoDefName");
            search.of(list("DeviceIDs", device), 400, 40003, "DeviceIDs[0]");
            search.of(list("AlgoDefCodes", code), 400, 40003, "AlgoDefCodes[0]");
        }
        plans.of(member("Name", "x".repeat(257)), 400, 40003, "Name");
        instances.of(member("TaskName", "x".repeat(257)), 400, 40003, "TaskName");
    }

    @Test
    void aSearchForWhatIsUnknownFindsNothing() {
        assertThat(found("Tasks", "{\"TaskIDs\":[999999999]}")).isZero();
        assertThat(found("TaskInstances", "{\"TaskID\":999999999}")).isZero();
        assertThat(found("TaskInstances", "{\"ID\":\"" + NOBODY + "\"}")).isZero();
        assertThat(found("TaskInstances", "{\"ID\":999999999}")).isZero();
    }

    @Test
    void refusesInstancesThatMakeNoSenseAndAddsNone() {
        JsonObject good = Json.createObjectBuilder()
                .add("TaskID", plan)
                .add("AlgoTaskInfos", workshop.infos(1))
                .build();
        Refusals add = new Refusals(operator(), "POST", "ACSMP/TaskInstances");
        for (String member : List.of("TaskID", "AlgoTaskInfos")) {
            add.of(Json.createObjectBuilder(good).remove(member).build(), 400, 40001, member);
        }
        add.of(with(good, "TaskID", "\"one\""), 400, 40002, "TaskID");
        add.of(with(good, "TaskID", "0"), 400, 40004, "TaskID");
        add.of(with(good, "TaskID", "999999999"), 404, 40441, "999999999");
        add.of(with(good, "AlgoTaskInfos", "{}"), 400, 40002, "AlgoTaskInfos");
        add.of(with(good, "AlgoTaskInfos", "[7]"), 400, 40002, "AlgoTaskInfos[0]");
        add.of(with(good, "AutoStart", "\"yes\""), 400, 40002, "AutoStart");
        JsonObject info = workshop.info(7);
        addInfo(add, good, Json.createObjectBuilder(info).remove("AlgoDefCode").build(), 400, 40001, "AlgoDefCode");
        addInfo(
                add,
                good,
                Json.createObjectBuilder(info).remove("StreamOptions").build(),
                400,
                40001,
                "StreamOptions");
        addInfo(add, good, with(info, "AlgoDefCode", "7"), 400, 40002, "AlgoDefCode");
        addInfo(add, good, with(info, "AlgoDefCode", quoted(128)), 400, 40003, "AlgoDefCode");
        addInfo(add, good, with(info, "AlgoDefCode", "\"NOBODY-KNOWS\""), 404, 40422, "NOBODY-KNOWS");
        addInfo(add, good, with(info, "DeviceID", quoted(65)), 400, 40003, "DeviceID");
        addInfo(add, good, with(info, "Priority", "\"high\""), 400, 40002, "Priority");
        addInfo(add, good, with(info, "Priority", "10"), 400, 40004, "Priority");
        addInfo(add, good, with(info, "RulesParams", "{}"), 400, 40002, "RulesParams");
        assertThat(workshop.plan(plan).getInt("TotalCount")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Priority, '\"high\"', 40002",
        "Priority, 10, 40004",
        "Priority, -1, 40004",
        "AlgoDefCode, 7, 40002",
        "DeviceID, 7, 40002",
        "AlgoServiceID, '\"nobody\"', 40004",
        "Labels, '\"north\"', 40002",
        "RulesParams, '\"all\"', 40002",
        "StreamOptions, '\"rtsp\"', 40002",
        "TaskInfo, 7, 40002"
    })
    void aBadChangeOfAnInstanceIsRefusedByNameAndChangesNothing(String member, String json, int code) {
        JsonObject before = onlyInstance(plan);
        JsonObject body = with(Json.createObjectBuilder().build(), member, json);
        new Refusals(operator(), "PUT", "ACSMP/TaskInstances/" + instance).of(body, 400, code, member);
        assertThat(onlyInstance(plan)).isEqualTo(before);
    }

    @Test
    void refusesToChangeAnInstanceThatIsTooLongUnnamedOrUnknown() {
        JsonObject before = onlyInstance(plan);
        Refusals byPath = new Refusals(operator(), "PUT", "ACSMP/TaskInstances/" + instance);
        byPath.of(member("AlgoDefCode", "x".repeat(128)), 400, 40003, "AlgoDefCode");
        byPath.of(member("DeviceID", "x".repeat(65)), 400, 40003, "DeviceID");
        byPath.of(member("AlgoServiceID", "x".repeat(129)), 400, 40003, "AlgoServiceID");
        byPath.of(member("AlgoDefCode", "NOBODY-KNOWS"), 404, 40422, "NOBODY-KNOWS");
        Refusals byBody = new Refusals(operator(), "PUT", "ACSMP/TaskInstances");
        byBody.of(json("{\"Priority\":9}"), 400, 40001, "ID");
        byBody.of(json("{\"ID\":true,\"Priority\":9}"), 400, 40002, "ID");
        byBody.of(json("{\"ID\":\"what\",\"Priority\":9}"), 400, 40004, "ID");
        byBody.of(json("{\"ID\":\"" + NOBODY + "\",\"Priority\":9}"), 404, 40442, NOBODY);
        byBody.of(json("{\"ID\":999999999,\"Priority\":9}"), 404, 40442, "999999999");
        assertThat(onlyInstance(plan)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Start", "Stop"})
    void refusesToStartOrStopWhatIsNotNamedWellAndTouchesNone(String operation) {
        Refusals refusals = new Refusals(operator(), "POST", "ACSMP/TaskInstances/" + operation);
        refusals.of(json("{}"), 400, 40001, "IDs");
        refusals.of(json("{\"IDs\":17}"), 400, 40002, "IDs");
        refusals.of(json("{\"IDs\":[true]}"), 400, 40002, "IDs[0]");
        refusals.of(json("{\"IDs\":[\"" + instance + "\",\"what\"]}"), 400, 40004, "IDs[1]");
        refusals.of(json("{\"IDs\":[\"" + instance + "\",999999999]}"), 404, 40442, "999999999");
        refusals.of(json("{\"IDs\":[\"" + instance + "\",\"" + NOBODY + "\"]}"), 404, 40442, NOBODY);
        assertThat(operator().post("ACSMP/TaskInstances/" + operation, "{").code())
                .isEqualTo(40000);
        assertThat(onlyInstance(plan).getString("Status")).isEqualTo("PAUSED");
    }

    @Test
    void refusesToChangeOrDeleteWhatRuns() {
        long running = workshop.create(workshop.periodic(1).add("AutoStart", true));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> workshop.plan(running).getInt("RunningCount") == 1);
        String id = onlyInstance(running).getString("ID");

        Answer update = operator()
                .put(
                        "ACSMP/Tasks/" + running,
                        Json.createObjectBuilder()
                                .add("Name", "renamed")
                                .add("AlgoTaskInfos", workshop.infos(2))
                                .build());
        Answer delete = operator().delete("ACSMP/Tasks/" + running);
        refused(update, 409, 40945, "stop");
        refused(delete, 409, 40945, "stop");
        Answer change = operator().put("ACSMP/TaskInstances/" + id, json("{\"Priority\":9}"));
        refused(change, 409, 40947, "stop");
        refused(operator().delete("ACSMP/TaskInstances/" + id), 409, 40947, "stop");

        assertThat(onlyInstance(running).getString("Status")).isEqualTo("RUNNING");
        assertThat(onlyInstance(running).getInt("Priority", 0)).isZero();
        assertThat(workshop.plan(running).getString("Name")).isNotEqualTo("renamed");
        assertThat(workshop.plan(running).getInt("TotalCount")).isEqualTo(1);
        operator().post("ACSMP/Tasks/" + running + "/Stop").dataValue();
    }

    @Test
    void refusesToStartAnInstanceWhoseInspectionIsOff() {
        long off = workshop.create(workshop.inspective(1, 1, 10, 1));
        String id = onlyInstance(off).getString("ID");
        new Refusals(operator(), "POST", "ACSMP/TaskInstances/Start").of(list("IDs", id), 409, 40946, id);
        assertThat(onlyInstance(off).getString("Status")).isEqualTo("PAUSED");
    }

    @Test
    void anotherOrganisationsPlansAndInstancesAreUnknown() {
        Platform.Account stranger = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor elsewhere = platform.as(platform.login(stranger.username(), stranger.password()));
        refused(elsewhere.delete("ACSMP/Tasks/" + plan), 404, 40441, "" + plan);
        refused(elsewhere.delete("ACSMP/TaskInstances/" + instance), 404, 40442, instance);
        new Refusals(elsewhere, "POST", "ACSMP/TaskInstances/Stop").of(list("IDs", instance), 404, 40442, instance);
        assertThat(onlyInstance(plan).getString("ID")).isEqualTo(instance);
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private JsonObject onlyInstance(long planId) {
        return operator()
                .post("ACSMP/TaskInstances/Search", json("{\"TaskID\":" + planId + "}"))
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0);
    }

    private int found(String what, String body) {
        return operator().post("ACSMP/" + what + "/Search", body).data().getInt("TotalSize");
    }

    private static void addInfo(Refusals add, JsonObject good, JsonObject info, int status, int code, String word) {
        String named = status == 400 ? "AlgoTaskInfos[0]." + word : word;
        add.of(with(good, "AlgoTaskInfos", "[" + info + "]"), status, code, named);
    }

    private static void refused(Answer answer, int status, int code, String named) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.message()).contains(named);
    }

    private static JsonObject member(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject list(String name, String value) {
        return Json.createObjectBuilder()
                .add(name, Json.createArrayBuilder().add(value))
                .build();
    }

    private static String quoted(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static JsonObject with(JsonObject object, String member, String json) {
        JsonObject given = json("{\"" + member + "\":" + json + "}");
        return Json.createObjectBuilder(object).add(member, given.get(member)).build();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
