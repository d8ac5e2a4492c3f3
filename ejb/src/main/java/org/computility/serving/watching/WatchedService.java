package org.computility.serving.watching;

import java.time.Instant;
import java.util.UUID;

/**
 * A service as a page shows it.
 *
 * @param organisationId who may see it
 * @param status the name of a {@link org.computility.serving.ServiceState}
 * @param message what the node says of it; null for nothing
 * @param xpuType the kind of card it runs on; null: the node does not tell
 */
public record WatchedService(
        UUID id,
        UUID organisationId,
        String packageId,
        String status,
        String message,
        Integer replicas,
        String xpuType,
        Instant createdAt) {}
