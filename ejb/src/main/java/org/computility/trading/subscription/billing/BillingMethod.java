package org.computility.trading.subscription.billing;

import java.math.BigDecimal;
import java.util.List;
import org.computility.settlement.prices.UsageUnit;

/**
 * A {@code billingMethod} as somebody sent it; null is what was left out.
 *
 * @param price of a unit
 * @param freeQuota units of each month, or of the fixed term, that cost nothing
 * @param term days
 * @param quota units at most; of DAY: calls at most
 */
public record BillingMethod(
        UsageUnit unit, BigDecimal price, List<PriceTier> tiers, Long freeQuota, Integer term, Long quota) {

    public BillingMethod {
        tiers = tiers == null ? null : List.copyOf(tiers);
    }

    /** Nothing but the unit. */
    public static BillingMethod of(UsageUnit unit) {
        return new BillingMethod(unit, null, null, null, null, null);
    }
}
