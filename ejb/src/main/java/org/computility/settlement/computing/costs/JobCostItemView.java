package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Seconds that were charged, at one price; or calls of a service in one minute.
 *
 * @param attempt task and number of the attempt, as the runtime knows it; null for calls
 * @param at when the first of the seconds, or the minute, began
 * @param seconds null for calls
 * @param nodes null for calls
 * @param calls null for seconds
 * @param amount unrounded: what a month costs is rounded once
 * @param orderId whose bill it stands in; null where nothing is paid
 */
public record JobCostItemView(
        String attempt,
        String centerId,
        String specId,
        Instant at,
        Long seconds,
        Integer nodes,
        Long calls,
        BigDecimal unitPrice,
        String currency,
        BigDecimal amount,
        UUID orderId) {}
