package org.computility.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who did what to which task plan and instance, and how it ended. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanAuditIT {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private Platform platform;
    private Workshop workshop;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        workshop = new Workshop(platform, 4);
        workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void thePlansLifeIsOnRecord() {
        JsonObject request = workshop.periodic(1).build();
        String created = platform.freshName("request");
        String plan = call("POST", "ACSMP/Tasks", request, created)
                .expect(200)
                .dataValue()
                .toString();

        recorded(created, "POST /ACSMP/Tasks", "task plan " + plan, 200);
        done("PUT", "ACSMP/Tasks/" + plan, object("Name", "renamed"), "PUT /ACSMP/Tasks/{ID}", "task plan " + plan);
        done("POST", "ACSMP/Tasks/" + plan + "/Start", null, "POST /ACSMP/Tasks/{ID}/Start", "task plan " + plan);
        done("POST", "ACSMP/Tasks/" + plan + "/Stop", null, "POST /ACSMP/Tasks/{ID}/Stop", "task plan " + plan);
        done("DELETE", "ACSMP/Tasks/" + plan, null, "DELETE /ACSMP/Tasks/{ID}", "task plan " + plan);
    }

    @Test
    void theInstancesLifeIsOnRecord() {
        long plan = workshop.create(workshop.periodic(1));
        JsonObject more = Json.createObjectBuilder()
                .add("TaskID", plan)
                .add("AlgoTaskInfos", workshop.infos(1))
                .build();
        done("POST", "ACSMP/TaskInstances", more, "POST /ACSMP/TaskInstances", "task plan " + plan);
        String instance = instance(plan);
        JsonObject ids = Json.createObjectBuilder()
                .add("IDs", Json.createArrayBuilder().add(instance))
                .build();
        String all = "task instances [\"" + instance + "\"]";
        done("POST", "ACSMP/TaskInstances/Start", ids, "POST /ACSMP/TaskInstances/Start", all);
        done("POST", "ACSMP/TaskInstances/Stop", ids, "POST /ACSMP/TaskInstances/Stop", all);
        String path = "ACSMP/TaskInstances/" + instance;
        String one = "task instance " + instance;
        JsonObject priority = Json.createObjectBuilder().add("Priority", 3).build();
        done("PUT", path, priority, "PUT /ACSMP/TaskInstances/{ID}", one);
        done("DELETE", path, null, "DELETE /ACSMP/TaskInstances/{ID}", one);
    }

    @Test
    void refusedCallsAreOnRecordWithWhatTheyWereAfter() {
        refused("DELETE", "ACSMP/Tasks/999999999", null, "DELETE /ACSMP/Tasks/{ID}", "task plan 999999999", 404);
        JsonObject ids = Json.createObjectBuilder()
                .add("IDs", Json.createArrayBuilder().add(NOBODY))
                .build();
        refused(
                "POST",
                "ACSMP/TaskInstances/Start",
                ids,
                "POST /ACSMP/TaskInstances/Start",
                "task instances [\"" + NOBODY + "\"]",
                404);
        // Refused before anybody could read what it is about: the path says where it went.
        refused("POST", "ACSMP/Tasks", object("Mode", "PERIODIC"), "POST /ACSMP/Tasks", "/ACSMP/Tasks", 400);
    }

    @Test
    void aRegistrationNamesTheComputeAndTheAccountTried() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("Code", workshop.node().code())
                .add("Type", "CAP")
                .add("IP", "127.0.0.1")
                .add("Port", 9)
                .add("Username", "nobody-at-all")
                .add("Password", "a wrong password")
                .build();
        String requestId = platform.freshName("request");

        call(platform.anonymous(), "POST", "ACSMP/Register", wrong, requestId).expect(401);

        JsonObject record = onlyRecord(requestId);
        assertThat(record.getString("account")).isEqualTo("nobody-at-all");
        assertThat(record.getString("target"))
                .isEqualTo("compute " + workshop.node().code());
        assertThat(record.getInt("outcome")).isEqualTo(401);
    }

    private void done(String method, String path, JsonStructure body, String action, String target) {
        String requestId = platform.freshName("request");
        call(method, path, body, requestId).expect(200);
        recorded(requestId, action, target, 200);
    }

    private void refused(String method, String path, JsonStructure body, String action, String target, int status) {
        String requestId = platform.freshName("request");
        call(method, path, body, requestId).expect(status);
        recorded(requestId, action, target, status);
    }

    private void recorded(String requestId, String action, String target, int outcome) {
        JsonObject record = onlyRecord(requestId);
        assertThat(record.getString("account")).isEqualTo(workshop.account().username());
        assertThat(record.getString("organisationId"))
                .isEqualTo(workshop.account().organisationId());
        assertThat(record.getString("action")).isEqualTo(action);
        assertThat(record.getString("target")).isEqualTo(target);
        assertThat(record.getInt("outcome")).isEqualTo(outcome);
        assertThat(record.getString("source")).isNotBlank();
    }

    private Answer call(String method, String path, JsonStructure body, String requestId) {
        return call(workshop.operator(), method, path, body, requestId);
    }

    private static Answer call(Visitor visitor, String method, String path, JsonStructure body, String requestId) {
        return visitor.send(visitor.request(path)
                .header("Content-Type", "application/json")
                .header("X-Request-ID", requestId)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String instance(long plan) {
        return workshop.operator()
                .post("ACSMP/TaskInstances/Search", "{\"TaskID\":" + plan + "}")
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getString("ID");
    }

    private JsonObject onlyRecord(String requestId) {
        List<JsonObject> found = platform.auditRecords(requestId);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static JsonObject object(String member, String value) {
        return Json.createObjectBuilder().add(member, value).build();
    }
}
