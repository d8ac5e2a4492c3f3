package org.computility.compute;

import java.time.Instant;
import java.util.UUID;

/**
 * A registered compute node; never its credential.
 *
 * @param code 20 digits
 * @param type as in table B.1
 * @param online false once nothing was heard of it for the keepalive time-out
 * @param servesAlgorithms false: no services, tasks are started directly (B.1 {@code SupportAlgoService})
 */
public record NodeView(
        String code,
        String type,
        String host,
        int port,
        boolean online,
        boolean servesAlgorithms,
        UUID organisationId,
        Instant registeredAt,
        Instant lastSeenAt) {}
