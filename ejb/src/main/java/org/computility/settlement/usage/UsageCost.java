package org.computility.settlement.usage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import org.computility.settlement.Money;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.Rating;

/** Whether usage can be paid at all: what nobody can post would stop the settlement of its order for ever. */
@Dependent
class UsageCost {

    /** What cannot take a month over the limit in a million calls is not worth a look. */
    private static final BigDecimal MUCH = BigDecimal.TEN.pow(7);

    @EJB
    PriceLists prices;

    @EJB
    Rating rating;

    /** Rejected {@code member-invalid} where the month would cost more than {@link Money} holds. */
    void check(NewUsage used, OrderView order) {
        if (order.billing() == BillingType.METERED && order.unit() != UsageUnit.DAY) {
            prices.at(order.priceList(), used.at()).ifPresent(price -> check(used, price));
        }
    }

    private void check(NewUsage used, PriceView price) {
        long quantity = price.tariff().unit() == UsageUnit.TOKEN ? used.tokens() : used.calls();
        BigDecimal dearest =
                price.tariff().tiers().stream().map(Tier::unitPrice).reduce(BigDecimal.ZERO, BigDecimal::max);
        if (dearest.multiply(BigDecimal.valueOf(quantity)).compareTo(MUCH) > 0) {
            long before = rating.used(used.orderId(), used.at()).inMonth();
            Money.rounded(price.tariff().cost(0, before + quantity), price.currency());
        }
    }
}
