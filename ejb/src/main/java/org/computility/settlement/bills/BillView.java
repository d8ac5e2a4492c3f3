package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.settlement.orders.OrderView;

/**
 * A bill. One that is open shows what its order has used until now, rated or not.
 *
 * @param payerName what the payer's organisation is called
 * @param payeeName what the payee's organisation is called
 * @param asOf when it was closed; of one that is open, now
 * @param total what its lines come to
 */
public record BillView(
        BillSummaryView bill,
        OrderView order,
        String payerName,
        String payeeName,
        Instant asOf,
        List<BillLineView> lines,
        BigDecimal total) {

    public BillView {
        lines = List.copyOf(lines);
    }
}
