package org.computility.results;

import java.time.Instant;
import java.util.UUID;

/**
 * One result as a node sends it, checked.
 *
 * @param data the capability's own object, as JSON
 * @param image JPEG, or null
 */
record ResultReport(
        UUID id,
        UUID instanceId,
        String computeCode,
        String algoDefCode,
        String deviceId,
        String eventId,
        long sequence,
        Instant time,
        Double mediaTime,
        String data,
        Image image) {

    /** A crop of the frame. */
    record Image(String contentType, Integer width, Integer height, byte[] content) {}
}
