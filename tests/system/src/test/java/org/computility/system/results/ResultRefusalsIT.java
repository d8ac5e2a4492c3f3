package org.computility.system.results;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries and questions that make no sense: one bad element, and nothing of its delivery is kept. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultRefusalsIT {

    private Findings findings;

    @BeforeAll
    void open(Platform platform) {
        findings = new Findings(platform);
    }

    @AfterAll
    void close() {
        findings.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id             |         | member-missing",
                "taskInstanceId |         | member-missing",
                "computeCode    |         | member-missing",
                "algoDefCode    |         | member-missing",
                "sequence       |         | member-missing",
                "time           |         | member-missing",
                "data           |         | member-missing",
                "id             | 7       | member-type",
                "taskInstanceId | 7       | member-type",
                "computeCode    | 7       | member-type",
                "algoDefCode    | 7       | member-type",
                "deviceId       | 7       | member-type",
                "eventId        | 7       | member-type",
                "sequence       | '1'     | member-type",
                "sequence       | -1      | member-invalid",
                "time           | 7       | member-type",
                "time           | 'x*41'  | member-too-long",
                "mediaTime      | '3.5'   | member-type",
                "mediaTime      | -1      | member-invalid",
                "sequence       | 1e200000 | member-missing",
                "data           | 'ALERT' | member-type",
                "image          | 'JPEG'  | member-type",
                "image          | {}      | member-missing",
                "computeCode    | 'x*21'  | member-too-long",
                "algoDefCode    | 'x*128' | member-too-long",
                "deviceId       | 'x*65'  | member-too-long",
                "eventId        | 'x*257' | member-too-long"
            })
    void oneBadElementRefusesTheWholeDelivery(String member, String value, String code) {
        JsonObject good = findings.result().build();
        JsonObject before = findings.result().build();
        String named = "results[1]." + member + (member.equals("image") && "{}".equals(value) ? ".content" : "");

        Refusals.check(findings.deliver(before, Sketch.with(good, member, value)), 400, code, named);

        assertThat(findings.search("/" + before.getString("id")).status()).isEqualTo(404);
    }

    @Test
    void whatNoDatabaseHoldsIsCleanedAndRefusesNothing() {
        JsonObject before = findings.result().build();
        JsonObject odd = findings.result()
                .add("eventId", "a\0b")
                .add("mediaTime", new BigDecimal("1e309"))
                .add("note\0", Json.createArrayBuilder().add("\0").add(new BigDecimal("1e200000")))
                .add("data", Json.createObjectBuilder().add("label\0", "x\0y").add("score", new BigDecimal("-1e400")))
                .build();

        assertThat(findings.deliver(before, odd).expect(200).json().getInt("accepted"))
                .isEqualTo(2);

        JsonObject kept = findings.search("/" + odd.getString("id")).expect(200).json();
        assertThat(kept.getString("eventId")).isEqualTo("a\ufffdb");
        assertThat(kept.get("data")).hasToString("{\"label\ufffd\":\"x\ufffdy\"}");
        assertThat(kept).doesNotContainKey("mediaTime");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                | member-missing | results",
                "{'results':{}}    | member-type    | results",
                "{'results':[]}    | member-invalid | results",
                "{'results':[7]}   | member-type    | results[0]",
                "[]                | member-type    | body"
            })
    void aBadDeliveryIsRefusedByName(String body, String code, String named) {
        Refusals.check(findings.deliver(Sketch.text(body)), 400, code, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:12Z", "2999-01-01T00:00:00Z"})
    void aResultFromAWrongClockIsKeptOnceWithTheTimeOfItsReceipt(String time) {
        JsonObject wrong = findings.result().add("time", time).build();
        findings.deliver(wrong).expect(200);

        assertThat(findings.deliver(wrong).expect(200).json().getInt("repeated"))
                .isEqualTo(1);
        JsonObject kept =
                findings.search("/" + wrong.getString("id")).expect(200).json();
        assertThat(kept.getString("time")).isEqualTo(kept.getString("receivedAt"));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        var answer = findings.deliver("{\"results\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("body-not-json");
    }

    @ParameterizedTest
    @CsvSource({
        "planId=one, member-type, planId",
        "instanceId=one, member-invalid, instanceId",
        "from=yesterday, member-type, from",
        "to=tomorrow, member-type, to",
        "order=up, member-invalid, order",
        "page=0, page-number-invalid, page",
        "page=one, member-type, page",
        "pageSize=0, page-size-invalid, pageSize",
        "pageSize=1001, page-size-invalid, pageSize"
    })
    void aBadSearchIsRefusedByName(String query, String code, String named) {
        Refusals.check(findings.search("?" + query), 400, code, named);
    }

    @Test
    void aResultOrAnImageThatIsNotThereIsNamed() {
        JsonObject bare = findings.result().build();
        findings.deliver(bare).expect(200);
        String unknown = UUID.randomUUID().toString();

        for (String path : new String[] {unknown, unknown + "/image", "seven", "seven/image"}) {
            Refusals.check(findings.search("/" + path), 404, "result-unknown", "id");
        }
        Refusals.check(findings.search("/" + bare.getString("id") + "/image"), 404, "image-unknown", "id");
    }
}
