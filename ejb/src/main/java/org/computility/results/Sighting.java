package org.computility.results;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a result shows: one of its boxes, or the result as a whole.
 *
 * @param className what a classifier says it is ({@code class} of its data), or null
 * @param mediaTime seconds since the beginning of a file, or null
 * @param x of its box, as a share of the picture; null, like the other three, where the result is taken as a whole
 */
public record Sighting(
        UUID resultId,
        UUID instanceId,
        String algoDefCode,
        String deviceId,
        String eventId,
        String className,
        Instant time,
        Double mediaTime,
        Instant receivedAt,
        Double x,
        Double y,
        Double width,
        Double height) {}
