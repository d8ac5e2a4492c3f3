package org.computility.federation.subscribers;

import java.time.Instant;
import java.util.List;

/**
 * A subscriber, without its secret.
 *
 * @param algorithm {@code HMAC-SM3} or {@code HMAC-SHA256}
 * @param knownOn the point up to which it has been told
 * @param deliveredAt when it last took something, or null
 * @param failures tries in a row that came to nothing
 * @param fault why the last one did, or null
 * @param dueAt when it is told next, or tried again
 */
public record SubscriberView(
        String name,
        Layer layer,
        String url,
        String algorithm,
        String timetable,
        List<String> provinces,
        boolean load,
        long knownOn,
        Instant deliveredAt,
        int failures,
        String fault,
        Instant dueAt,
        String setBy,
        Instant setAt) {}
