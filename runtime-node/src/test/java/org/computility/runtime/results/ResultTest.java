package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.computility.runtime.media.JpegCrop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Member for member as {@code docs/results.md} prints it. */
class ResultTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");
    private static final Instant TIME = Instant.parse("2026-11-22T08:00:03.480999Z");

    @Test
    void aFullResultHasEveryMember() {
        JsonObject json = result("device", "EVENT", 3.48, new JpegCrop(96, 64, new byte[] {1, 2, 3}))
                .toJson();

        assertThat(json.keySet())
                .containsExactly(
                        "id",
                        "taskInstanceId",
                        "computeCode",
                        "algoDefCode",
                        "deviceId",
                        "eventId",
                        "sequence",
                        "time",
                        "mediaTime",
                        "data",
                        "image");
        assertThat(json.getString("id")).isEqualTo(ID.toString());
        assertThat(json.getString("time")).as("in milliseconds").isEqualTo("2026-11-22T08:00:03.480Z");
        assertThat(json.getJsonNumber("sequence").longValue()).isEqualTo(1L << 40);
        JsonObject image = json.getJsonObject("image");
        assertThat(image.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(image.getInt("width")).isEqualTo(96);
        assertThat(image.getInt("height")).isEqualTo(64);
        assertThat(Base64.getDecoder().decode(image.getString("content"))).containsExactly(1, 2, 3);
    }

    @Test
    void whatATaskDoesNotHaveIsLeftOutAndNotNull() {
        JsonObject json = result(null, null, 0, null).toJson();

        assertThat(json.keySet()).doesNotContainAnyElementsOf(Set.of("deviceId", "eventId", "image"));
        assertThat(json.values()).doesNotContain(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "3.4804, 3.48", "3.4806, 3.481", "86400.0004, 86400.0"})
    void secondsOfTheMediaHaveThreeDigits(double second, String printed) {
        assertThat(result(null, null, second, null).toJson().get("mediaTime")).hasToString(printed);
    }

    private static Result result(String device, String event, double second, JpegCrop image) {
        return new Result(
                ID,
                "instance",
                "11010800005050000001",
                "A-1.0.0",
                device,
                event,
                1L << 40,
                TIME,
                second,
                JsonValue.EMPTY_JSON_OBJECT,
                image);
    }
}
