package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.connector.accelerator.TaskReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes of other makers may send. */
class DecodingTest {

    @Test
    void whatANodeLeavesOutHasItsUsualValue() {
        assertThat(Decoding.service(json("{\"AlgoServiceID\":\"s\",\"Status\":\"RUNNING\"}")))
                .isEqualTo(new LoadedService("s", null, "RUNNING", 0, null, null));
        assertThat(Decoding.delivered(json("{\"AlgoFilePackageID\":\"p\"}")))
                .isEqualTo(new DeliveredPackage("p", 0, 0, null, null));
        assertThat(Decoding.task(json("{\"TaskID\":\"t\",\"Status\":\"PENDING\"}")))
                .isEqualTo(new TaskReport("t", null, "PENDING", null, null, null, 0));
    }

    @Test
    void nullAndAnEmptyTextAreLeftOut() {
        assertThat(Decoding.task(
                        json("{\"TaskID\":\"t\",\"Status\":\"PENDING\",\"Message\":null,\"AlgoServiceID\":\"\","
                                + "\"StartedAt\":\"\",\"EndedAt\":null,\"Frames\":null}")))
                .isEqualTo(new TaskReport("t", null, "PENDING", null, null, null, 0));
    }

    @Test
    void aMemberOfAnotherTypeIsLeftOut() {
        assertThat(Decoding.service(
                        json("{\"AlgoServiceID\":\"s\",\"Status\":\"INIT\",\"Replicas\":\"two\",\"Message\":7,"
                                + "\"XpuType\":{\"Name\":\"A2\"}}")))
                .isEqualTo(new LoadedService("s", null, "INIT", 0, null, null));
    }

    @Test
    void membersThatThePlatformDoesNotKnowAreNoFault() {
        assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":0,\"Message\":\"success\",\"Since\":\"v2\"}")))
                .isEqualTo(new TaskOutcome("t", Kind.ACCEPTED, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"AlgoServiceID\":\"s\"}",
                "{\"AlgoServiceID\":\"\",\"Status\":\"RUNNING\"}",
                "{\"AlgoServiceID\":17,\"Status\":\"RUNNING\"}",
                "{\"AlgoServiceID\":\"s\",\"Status\":null}",
                "{\"algoServiceId\":\"s\",\"status\":\"RUNNING\"}"
            })
    void aServiceWithoutNameOrStateIsNone(String service) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Decoding.service(json(service)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T16:00:00+08:00",
                "2026-11-22T08:00:00Z",
                "2026-11-22T08:00:00.000000Z",
                "2026-11-22T08:00Z"
            })
    void instantsAreReadInEveryZoneAndPrecision(String text) {
        assertThat(task(text).startedAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T08:00:00",
                "2026-11-22",
                "22/11/2026",
                "2026-13-01T00:00:00Z",
                "1763798400",
                "yesterday",
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void anInstantWithoutZoneOrSenseIsLeftOut(String text) {
        assertThat(task(text)).isEqualTo(new TaskReport("t", null, "RUNNING", null, null, null, 0));
    }

    @Test
    void aTaskThatWasAcceptedHasNoReasonAndAnyOtherCodeIsARefusal() {
        assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":40900,\"Message\":\"full\"}")))
                .isEqualTo(new TaskOutcome("t", Kind.NOT_NOW, "full"));
        for (String code : List.of("409", "40900", "40901")) {
            assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":" + code + "}")))
                    .isEqualTo(new TaskOutcome("t", Kind.NOT_NOW, null));
        }
        assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":40400}")))
                .isEqualTo(new TaskOutcome("t", Kind.UNKNOWN, null));
        assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":-1}")))
                .isEqualTo(new TaskOutcome("t", Kind.REFUSED, null));
        assertThat(Decoding.outcome(json("{\"TaskID\":\"t\",\"Code\":0.0}")))
                .isEqualTo(new TaskOutcome("t", Kind.ACCEPTED, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"TaskID\":\"t\"}",
                "{\"TaskID\":\"t\",\"Code\":null}",
                "{\"TaskID\":\"t\",\"Code\":\"0\"}",
                "{\"TaskID\":\"t\",\"Code\":\"busy\"}",
                "{\"TaskID\":\"t\",\"Code\":0.5}",
                "{\"TaskID\":\"t\",\"Code\":1e300}",
                "{\"TaskID\":\"t\",\"Code\":{}}"
            })
    void anOutcomeWithoutAWholeNumberIsNone(String outcome) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Decoding.outcome(json(outcome)));
    }

    @Test
    void numbersAreCutWhereTheyDoNotFit() {
        TaskReport report = Decoding.task(json("{\"TaskID\":\"t\",\"Status\":\"RUNNING\",\"Frames\":2.5e3}"));
        assertThat(report.frames()).isEqualTo(2500);
        assertThat(Decoding.delivered(json("{\"AlgoFilePackageID\":\"p\",\"DownloadProgress\":1e400}"))
                        .progress())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void noListIsAnEmptyListAndAnObjectIsNone() {
        assertThat(Decoding.list(JsonValue.NULL, Decoding::task)).isEmpty();
        assertThat(Decoding.list(JsonValue.EMPTY_JSON_ARRAY, Decoding::task)).isEmpty();
        assertThatThrownBy(() -> Decoding.list(JsonValue.EMPTY_JSON_OBJECT, Decoding::task))
                .isInstanceOf(ClassCastException.class);
    }

    private static TaskReport task(String startedAt) {
        return Decoding.task(json("{\"TaskID\":\"t\",\"Status\":\"RUNNING\",\"StartedAt\":\"" + startedAt + "\"}"));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
