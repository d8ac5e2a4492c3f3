package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A bill as it is kept, with what its order is charged and has paid. */
record KeptBill(
        UUID id, UUID orderId, String period, String currency, Instant closedAt, BigDecimal charged, BigDecimal paid) {

    BillSummaryView summary() {
        return new BillSummaryView(id, orderId, period, currency, closedAt != null, closedAt, charged, paid);
    }
}
