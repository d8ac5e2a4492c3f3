package org.computility.trading.subscription.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.settlement.prices.UsageUnit;
import org.computility.trading.subscription.billing.PriceTier;

/**
 * What a publication costs from some instant on.
 *
 * @param unit that of the publication; null: not said
 * @param price of a unit, in CNY
 * @param freeQuota units of each month, or of a fixed term, that cost nothing
 * @param validFrom null: from now on
 */
public record NewPublicationPrice(
        UsageUnit unit, BigDecimal price, List<PriceTier> tiers, long freeQuota, Instant validFrom) {

    public NewPublicationPrice {
        tiers = List.copyOf(tiers);
    }
}
