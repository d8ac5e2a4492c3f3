package org.computility.settlement.rating;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What was used in one month at one price, as one bill has it.
 *
 * @param billedIn the bill's month: {@code 2026-11}
 * @param period the month in which it was used; earlier than the bill's, where the bill corrects that month
 * @param events how many usage events the quantity comes from
 * @param amount what it costs; in closed bills for ever
 * @param closed whether the bill is
 */
public record BillLine(
        UUID orderId,
        String billedIn,
        String kind,
        String period,
        UUID priceId,
        long quantity,
        long events,
        BigDecimal amount,
        boolean closed) {

    /** Nothing used yet at that price, in that bill. */
    BillLine empty(UUID price) {
        return new BillLine(orderId, billedIn, kind, period, price, 0, 0, BigDecimal.ZERO, false);
    }

    BillLine costing(BigDecimal other) {
        return new BillLine(orderId, billedIn, kind, period, priceId, quantity, events, other, closed);
    }

    /** The same line with more on it. */
    BillLine plus(BillLine more) {
        return new BillLine(
                orderId,
                billedIn,
                kind,
                period,
                priceId,
                quantity + more.quantity,
                events + more.events,
                amount.add(more.amount),
                closed);
    }

    boolean isUsage() {
        return LineKind.USAGE.name().equals(kind);
    }

    /** One line of all bills. */
    record Key(UUID orderId, String billedIn, String kind, String period, UUID priceId) {}

    Key key() {
        return new Key(orderId, billedIn, kind, period, priceId);
    }

    /** Lines that are reckoned together. */
    record Month(UUID orderId, String period) {}

    Month month() {
        return new Month(orderId, period);
    }
}
