package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.UUID;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.BillLine;
import org.computility.settlement.rating.LineKind;

/**
 * A line of a bill.
 *
 * @param period the month of the usage
 * @param correction whether that month was closed when the usage came, or came to cost something else
 * @param quantity so many units
 * @param events of so many usage events
 * @param tariff by which the amount is reckoned
 */
public record BillLineView(
        LineKind kind,
        String period,
        boolean correction,
        UUID priceId,
        UsageUnit unit,
        long quantity,
        long events,
        Tariff tariff,
        BigDecimal amount) {

    static BillLineView of(BillLine line, Tariff tariff) {
        return new BillLineView(
                LineKind.valueOf(line.kind()),
                line.period(),
                line.period().compareTo(line.billedIn()) < 0,
                line.priceId(),
                tariff.unit(),
                line.quantity(),
                line.events(),
                tariff,
                line.amount().setScale(2));
    }
}
