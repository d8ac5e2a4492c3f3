package org.computility.results;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored result.
 *
 * @param image what can be read at {@code /platform/v1/results/{id}/image}, or null
 * @param parentResult the result whose crop was looked at, or null
 */
public record ResultView(
        UUID id,
        UUID taskInstanceId,
        long planId,
        String computeCode,
        String algoDefCode,
        String deviceId,
        String eventId,
        long sequence,
        Instant time,
        Double mediaTime,
        JsonObject data,
        ImageView image,
        UUID parentResult,
        Instant receivedAt) {

    /** What is known about the image without its bytes. */
    public record ImageView(String contentType, Integer width, Integer height, int size) {}
}
