package org.computility.settlement.usage;

import java.time.Instant;
import java.util.UUID;

/**
 * What one call has used.
 *
 * @param receivedAt when the platform heard of it
 */
public record UsageView(UUID eventId, UUID orderId, Instant at, long calls, long tokens, Instant receivedAt) {

    /** Whether it says the same; times are kept in microseconds. */
    boolean says(NewUsage other) {
        return orderId.equals(other.orderId())
                && at.equals(other.at())
                && calls == other.calls()
                && tokens == other.tokens();
    }
}
