package org.computility.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.computility.system.results.Findings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nodes change by themselves is on record as what people do is. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeAuditIT {

    private static final String RESULTS = "platform/v1/results";

    private Platform platform;
    private Findings findings;
    private Workshop workshop;
    private Visitor node;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        findings = new Findings(platform);
        workshop = findings.workshop();
        node = platform.as(workshop.nodeToken());
    }

    @AfterAll
    void close() {
        findings.close();
    }

    @Test
    void aDeliveryOfResultsLeavesOneRecord() {
        String requestId = platform.freshName("request");

        post(node, RESULTS, delivery(findings.result(), findings.result()), requestId)
                .expect(200);

        JsonObject record = onlyRecord(requestId);
        assertThat(record.getString("action")).isEqualTo("POST /platform/v1/results");
        assertThat(record.getString("target"))
                .isEqualTo("results of compute " + workshop.node().code());
        assertThat(record.getString("organisationId"))
                .isEqualTo(workshop.account().organisationId());
        assertThat(record.getString("account")).isNotBlank();
        assertThat(record.getString("source")).isNotBlank();
        assertThat(record.getInt("outcome")).isEqualTo(200);
    }

    @Test
    void aDeliveryThatIsRefusedLeavesOneAsWell() {
        String requestId = platform.freshName("request");

        post(node, RESULTS, delivery(findings.result().remove("sequence")), requestId)
                .expect(400);

        assertThat(onlyRecord(requestId).getInt("outcome")).isEqualTo(400);
    }

    @Test
    void aKeepaliveForAnotherComputeIsOnRecordWithWhoseItWas() {
        String requestId = platform.freshName("request");
        String other = platform.freshComputeCode();

        keepAlive(node, other, requestId).expect(403);

        JsonObject record = onlyRecord(requestId);
        assertThat(record.getString("action")).isEqualTo("POST /ACSMP/Keepalive");
        assertThat(record.getString("target")).isEqualTo("compute " + other);
        assertThat(record.getString("account")).isNotBlank();
        assertThat(record.getInt("outcome")).isEqualTo(403);
    }

    @Test
    void aKeepaliveOfNobodyIsOnRecord() {
        String requestId = platform.freshName("request");

        keepAlive(platform.anonymous(), workshop.node().code(), requestId).expect(401);

        assertThat(onlyRecord(requestId).getInt("outcome")).isEqualTo(401);
    }

    private static Answer keepAlive(Visitor visitor, String code, String requestId) {
        return post(visitor, "ACSMP/Keepalive", Json.createObjectBuilder().add("Code", code), requestId);
    }

    private static JsonObjectBuilder delivery(JsonObjectBuilder... results) {
        var all = Json.createArrayBuilder();
        for (JsonObjectBuilder result : results) {
            all.add(result);
        }
        return Json.createObjectBuilder().add("results", all);
    }

    private static Answer post(Visitor visitor, String path, JsonObjectBuilder body, String requestId) {
        return visitor.send(visitor.request(path)
                .header("Content-Type", "application/json")
                .header("X-Request-ID", requestId)
                .POST(BodyPublishers.ofString(body.build().toString()))
                .build());
    }

    private JsonObject onlyRecord(String requestId) {
        List<JsonObject> found = platform.auditRecords(requestId);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
