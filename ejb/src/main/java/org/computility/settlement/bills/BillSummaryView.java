package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A bill in a list.
 *
 * @param period its month: {@code 2026-11}
 * @param closedAt null while it is open
 * @param charged what its order was charged for so far
 * @param paid what of it is paid
 */
public record BillSummaryView(
        UUID id,
        UUID orderId,
        String period,
        String currency,
        boolean closed,
        Instant closedAt,
        BigDecimal charged,
        BigDecimal paid) {}
