package org.computility.results.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.computility.results.FoundResult;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    @Test
    void readsAResultWithItsImage() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};
        String content = Base64.getEncoder().encodeToString(jpeg);

        FoundResult found = read(result().add(
                        "image",
                        Json.createObjectBuilder().add("content", content).add("width", 4)));

        assertThat(found.time()).isEqualTo(Instant.parse("2026-11-22T07:59:59.480Z"));
        assertThat(found.data()).isEqualTo("{\"type\":\"ALERT\"}");
        assertThat(found.mediaTime()).isNull();
        assertThat(found.image().content()).isEqualTo(jpeg);
        assertThat(found.image().contentType()).isEqualTo("image/jpeg");
        assertThat(found.image().width()).isEqualTo(4);
        assertThat(found.image().height()).isNull();
    }

    @Test
    void refusesWhatIsNoTimeByName() {
        refused(result().add("time", "soon"), "results[0].time");
    }

    @Test
    void refusesWhatIsNoUuidByName() {
        refused(result().add("id", "1-1-1-1-1"), "results[0].id");
        refused(result().add("taskInstanceId", "17"), "results[0].taskInstanceId");
    }

    @Test
    void refusesAnImageThatIsNotBase64() {
        refused(
                result().add("image", Json.createObjectBuilder().add("content", "not base64!")),
                "results[0].image.content");
    }

    private static void refused(JsonObjectBuilder result, String member) {
        assertThatThrownBy(() -> read(result))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo(member));
    }

    private static FoundResult read(JsonObjectBuilder result) {
        return ResultReader.read(Json.createArrayBuilder().add(result).build()).get(0);
    }

    private static JsonObjectBuilder result() {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("taskInstanceId", UUID.randomUUID().toString())
                .add("computeCode", "11010800005050000001")
                .add("algoDefCode", "M")
                .add("sequence", 1)
                .add("time", "2026-11-22T15:59:59.480+08:00")
                .add("data", Json.createObjectBuilder().add("type", "ALERT"));
    }
}
