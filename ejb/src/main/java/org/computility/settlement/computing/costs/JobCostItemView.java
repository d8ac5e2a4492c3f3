package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Seconds that were charged, at one price.
 *
 * @param attempt task and number of the attempt, as the runtime knows it
 * @param at when the first of the seconds began
 * @param amount unrounded: what a month costs is rounded once
 * @param orderId whose bill it stands in; null where nothing is paid
 */
public record JobCostItemView(
        String attempt,
        String centerId,
        String specId,
        Instant at,
        long seconds,
        int nodes,
        BigDecimal unitPrice,
        String currency,
        BigDecimal amount,
        UUID orderId) {}
