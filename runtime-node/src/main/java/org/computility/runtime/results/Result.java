package org.computility.runtime.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.computility.runtime.media.JpegCrop;

/**
 * One result, member for member as in {@code docs/results.md}.
 *
 * @param deviceId may be null, as may eventId and image
 */
public record Result(
        UUID id,
        String taskInstanceId,
        String computeCode,
        String algoDefCode,
        String deviceId,
        String eventId,
        long sequence,
        Instant time,
        double mediaTime,
        JsonObject data,
        JpegCrop image) {

    /** As it is sent. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("taskInstanceId", taskInstanceId)
                .add("computeCode", computeCode)
                .add("algoDefCode", algoDefCode);
        if (deviceId != null) {
            json.add("deviceId", deviceId);
        }
        if (eventId != null) {
            json.add("eventId", eventId);
        }
        json.add("sequence", sequence)
                .add("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .add("mediaTime", Math.round(mediaTime * 1000) / 1000.0)
                .add("data", data);
        if (image != null) {
            json.add(
                    "image",
                    Json.createObjectBuilder()
                            .add("contentType", "image/jpeg")
                            .add("width", image.width())
                            .add("height", image.height())
                            .add("content", Base64.getEncoder().encodeToString(image.content())));
        }
        return json.build();
    }
}
