package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
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

/** The forms in which plans, instances and searches may come (C.1, C.2, C.8 to C.11), and what is kept of them. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskFormsIT {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private Workshop workshop;
    private String service;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
        service = workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void aServiceIsEnoughToStartATaskOnIt() {
        JsonObject pinned = without(workshop.info(0), "AlgoDefCode")
                .add("AlgoServiceID", service)
                .build();
        long plan = workshop.create(
                workshop.periodic(1).add("AlgoTaskInfos", pinned).add("AutoStart", true));

        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 1);
        assertThat(onlyInstance(plan).getString("AlgoDefCode"))
                .isEqualTo(workshop.algorithm().capability());
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        Refusals create = new Refusals(operator(), "POST", "ACSMP/Tasks");
        JsonObject nobody =
                Json.createObjectBuilder(pinned).add("AlgoServiceID", NOBODY).build();
        create.of(workshop.periodic(1).add("AlgoTaskInfos", nobody).build(), 404, 40440, NOBODY);
        JsonObject neither = without(pinned, "AlgoServiceID").build();
        create.of(workshop.periodic(1).add("AlgoTaskInfos", neither).build(), 400, 40001, "AlgoDefCode");
    }

    @Test
    void anEventOfARuleIsEnoughWhereOneCapabilityIsForIt() {
        JsonObject asking = without(workshop.info(0), "AlgoDefCode")
                .add(
                        "RulesParams",
                        json("{'Rules':[{'EventID':'" + workshop.algorithm().event() + "'}]}")
                                .getJsonArray("Rules"))
                .build();

        long plan = workshop.create(workshop.periodic(1).add("AlgoTaskInfos", asking));

        assertThat(onlyInstance(plan).getString("AlgoDefCode"))
                .isEqualTo(workshop.algorithm().capability());
    }

    @Test
    void anInspectionTakesAnEmptyListBesideItAndOnePlanOneInfo() {
        long inspection =
                workshop.create(workshop.inspective(2, 1, 10, 3).add("AlgoTaskInfos", JsonValue.EMPTY_JSON_ARRAY));
        assertThat(workshop.plan(inspection).getInt("TotalCount")).isEqualTo(2);

        put(
                "Tasks/" + inspection,
                json("{'AlgoTaskInfos':[],'InspectionPlan':{'Concurrency':2,'Duration':10,'TaskInfo':"
                        + workshop.info(7) + "}}"));

        JsonObject plan = workshop.plan(inspection).getJsonObject("InspectionPlan");
        assertThat(plan).doesNotContainKey("RoundLimit");
        assertThat(plan.getJsonObject("TaskInfo").getString("DeviceID")).isEqualTo("device-7");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"TaskInfo\":{\"Priority\":10}}', 40004, Priority",
        "'{\"TaskInfo\":{\"Labels\":7}}', 40002, Labels",
        "'{\"RulesParams\":[{\"EventID\":7}]}', 40002, RulesParams[0].EventID"
    })
    void whatAnInspectionLooksAtIsHeldAgainstTheSameTable(String info, int code, String named) {
        Refusals create = new Refusals(operator(), "POST", "ACSMP/Tasks");
        JsonObject one = json("{'Concurrency':1,'Duration':10,'TaskInfo':" + info + "}");
        JsonObject several = json("{'Concurrency':1,'Duration':10,'TaskInfo':[" + info + "]}");

        create.of(workshop.inspective(1, 1, 10, 1).add("InspectionPlan", one).build(), 400, code, "TaskInfo." + named);
        create.of(
                workshop.inspective(1, 1, 10, 1).add("InspectionPlan", several).build(),
                400,
                code,
                "InspectionPlan.TaskInfo[0]");
    }

    @Test
    void whatComesBackAsItWasShownIsKeptWithoutWhatWasShownBesideIt() {
        long plan = workshop.create(workshop.periodic(1));
        JsonObject shown = onlyInstance(plan);
        JsonObject back = Json.createObjectBuilder(shown)
                .add("Message", "as it was")
                .add("Status", "ERROR")
                .add("RestartPolicy", "ALWAYS")
                .add("ComputilityCode", "here")
                .add(
                        "RulesParams",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("EventID", "e")
                                        .addNull("Labels")))
                .build();

        put("TaskInstances", back);

        JsonObject detail =
                operator().get("ACSMP/TaskInstances/" + shown.getString("ID")).data();
        assertThat(detail.getJsonObject("TaskInfo"))
                .containsOnlyKeys("ID", "AlgoDefCode", "DeviceID", "RulesParams", "StreamOptions");
        assertThat(detail.getJsonObject("TaskInfo").getJsonArray("RulesParams").getJsonObject(0))
                .containsOnlyKeys("EventID");
        assertThat(detail.getString("RestartPolicy")).isEqualTo("NEVER");
        assertThat(onlyInstance(plan)).doesNotContainKeys("Message", "ComputilityCode");
    }

    @Test
    void aPlanIsModifiedWhenItsInstancesAre() {
        long plan = workshop.create(workshop.periodic(1));
        String id = onlyInstance(plan).getString("ID");
        String created = workshop.plan(plan).getString("CreatedDate");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            put("TaskInstances/" + id, json("{'Priority':1}"));
            assertThat(workshop.plan(plan).getString("LastModifiedDate")).isGreaterThan(created);
        });
    }

    @Test
    void aSearchFindsWhatWasMadeInItsLastSecondAndIgnoresWhatIsEmpty() {
        long plan = workshop.create(workshop.periodic(1));
        String created = workshop.plan(plan).getString("CreatedDate");

        JsonArray plans = found(
                "Tasks",
                "{'TaskIDs':[" + plan
                        + "],'Status':'','Name':'','Type':'','Mode':'','CreateTimeFrom':'','CreateTimeTo':'" + created
                        + "','PageRequest':{'OrderList':[{},{'Direction':'desc'},{'Property':'','Direction':''}]}}");
        JsonArray instances = found(
                "TaskInstances",
                "{'ID':'','Status':'','TaskID':" + plan + ",'TaskName':'','CreateTimeTo':'" + created + "'}");

        assertThat(plans).hasSize(1);
        assertThat(instances).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Tasks, ID",
        "Tasks, TaskID",
        "Tasks, Name",
        "Tasks, CreatedDate",
        "Tasks, LastModifiedDate",
        "TaskInstances, ID",
        "TaskInstances, TaskID",
        "TaskInstances, Status",
        "TaskInstances, CreatedDate",
        "TaskInstances, Priority"
    })
    void aSearchIsSortedByAWordOfTheStandardAndRepeatsIt(String what, String word) {
        workshop.create(workshop.periodic(2));

        JsonObject answer = operator()
                .post(
                        "ACSMP/" + what + "/Search",
                        json("{'PageRequest':{'OrderList':[{'Property':'" + word + "','Direction':'desc'}]}}"))
                .data();

        assertThat(answer.getJsonArray("PageContent")).isNotEmpty();
        assertThat(answer.getJsonObject("PageRequest").getJsonArray("OrderList").getJsonObject(0))
                .hasToString("{\"Direction\":\"desc\",\"Property\":\"" + word + "\"}");
    }

    private JsonObject onlyInstance(long plan) {
        return found("TaskInstances", "{'TaskID':" + plan + "}").getJsonObject(0);
    }

    private JsonArray found(String what, String body) {
        return operator().post("ACSMP/" + what + "/Search", json(body)).data().getJsonArray("PageContent");
    }

    private void put(String path, JsonObject body) {
        operator().put("ACSMP/" + path, body).dataValue();
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private static JsonObjectBuilder without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
