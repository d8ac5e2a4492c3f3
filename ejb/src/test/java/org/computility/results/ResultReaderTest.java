package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    private static final String CODE = "11010800005050000001";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final ResultReader reader = new ResultReader(CODE, NOW);

    @Test
    void readsAResultWithItsImage() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};

        ResultReport report = read(result().add("image", image(jpeg)));

        assertThat(report.time()).isEqualTo(Instant.parse("2026-11-22T07:59:59.480Z"));
        assertThat(report.image().content()).isEqualTo(jpeg);
        assertThat(report.mediaTime()).isNull();
    }

    @Test
    void refusesAForeignCode() {
        refused(result().add("computeCode", "11010800005050000002"), "results[0].computeCode");
    }

    @Test
    void refusesTimesThatCannotBe() {
        refused(result().add("time", "2026-11-24T08:00:00Z"), "results[0].time");
        refused(result().add("time", "2020-11-24T08:00:00Z"), "results[0].time");
        refused(result().add("time", "soon"), "results[0].time");
    }

    @Test
    void refusesAnImageThatIsNoJpegOrTooLarge() {
        refused(result().add("image", image(new byte[] {1, 2, 3, 4})), "results[0].image.content");
        byte[] large = new byte[ResultReader.LARGEST_IMAGE + 1];
        refused(result().add("image", image(large)), "results[0].image.content");
        refused(
                result().add("image", Json.createObjectBuilder().add("content", "not base64!")),
                "results[0].image.content");
    }

    private void refused(JsonObjectBuilder result, String member) {
        assertThatThrownBy(() -> read(result))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo(member));
    }

    private ResultReport read(JsonObjectBuilder result) {
        return reader.read(Json.createArrayBuilder().add(result).build()).get(0);
    }

    private static JsonObjectBuilder image(byte[] content) {
        return Json.createObjectBuilder().add("content", Base64.getEncoder().encodeToString(content));
    }

    private static JsonObjectBuilder result() {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("taskInstanceId", UUID.randomUUID().toString())
                .add("computeCode", CODE)
                .add("algoDefCode", "M")
                .add("sequence", 1)
                .add("time", "2026-11-22T15:59:59.480+08:00")
                .add("data", Json.createObjectBuilder().add("type", "ALERT"));
    }
}
