package org.computility.settlement.rating;

import java.math.BigDecimal;
import org.computility.settlement.Money;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.UsageUnit;

/** What was used under an order: units ever and in a month, and whether there was any use on a day. */
public record Used(long ever, long inMonth, boolean onDay) {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    /** The same when so many units more are used, which the day's first was, too. */
    public Used after(long units) {
        return new Used(ever + units, inMonth + units, onDay || units > 0);
    }

    /** What the order's next unit costs at the least, of what is metered: nothing, or a cent or more. */
    public Money next(PriceView price) {
        boolean counted = price.tariff().unit() == UsageUnit.DAY && onDay;
        BigDecimal cost = counted || price.tariff().billing() == BillingType.FIXED_TERM
                ? BigDecimal.ZERO
                : price.tariff().cost(inMonth, 1);
        return Money.rounded(cost.signum() > 0 ? cost.max(SMALLEST) : cost, price.currency());
    }
}
