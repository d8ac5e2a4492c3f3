package org.computility.settlement.bills;

import java.time.Instant;
import java.util.UUID;

/**
 * A usage event as a bill has it.
 *
 * @param receivedAt when the platform heard of it
 * @param quantity how many units it counts as
 * @param period the month of its time; earlier than the bill's, where it came when that month was closed
 * @param rated whether it is in the bill for good; otherwise an open bill counts it as things stand
 */
public record BilledEventView(
        UUID eventId,
        Instant at,
        Instant receivedAt,
        long calls,
        long tokens,
        long quantity,
        String period,
        UUID priceId,
        boolean rated) {}
