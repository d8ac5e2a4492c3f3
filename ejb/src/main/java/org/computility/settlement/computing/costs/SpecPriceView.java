package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.UsageUnit;

/**
 * What a second of a spec costs, on one node, or a call of a service that runs with it.
 *
 * @param unit SECOND or CALL
 * @param validTo the end, itself excluded; null while no successor is known
 */
public record SpecPriceView(
        UUID id,
        String specId,
        UsageUnit unit,
        BigDecimal unitPrice,
        String currency,
        Instant validFrom,
        Instant validTo) {

    static SpecPriceView of(String specId, PriceView price) {
        BigDecimal unitPrice = price.tariff().tiers().get(0).unitPrice();
        return new SpecPriceView(
                price.id(),
                specId,
                price.tariff().unit(),
                unitPrice,
                price.currency(),
                price.validFrom(),
                price.validTo());
    }
}
