package org.computility.settlement.usage;

import java.time.Instant;
import java.util.UUID;

/**
 * What one call has used.
 *
 * @param eventId made by who asks, and the same at each retry
 * @param at when the call was let in
 */
public record NewUsage(UUID eventId, UUID orderId, Instant at, long calls, long tokens) {}
