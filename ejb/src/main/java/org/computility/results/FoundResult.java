package org.computility.results;

import java.time.Instant;
import java.util.UUID;

/**
 * One result as a node sends it.
 *
 * @param computeCode whose result the node says it is
 * @param mediaTime seconds since the beginning of a file, or null
 * @param data the capability's own object, as JSON
 * @param image JPEG, or null
 */
public record FoundResult(
        UUID id,
        UUID taskInstanceId,
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
    public record Image(String contentType, Integer width, Integer height, byte[] content) {}

    /** The same, found at another time. */
    FoundResult at(Instant otherTime) {
        return new FoundResult(
                id,
                taskInstanceId,
                computeCode,
                algoDefCode,
                deviceId,
                eventId,
                sequence,
                otherTime,
                mediaTime,
                data,
                image);
    }
}
