package org.computility.trading.subscription.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.UsageUnit;
import org.computility.trading.subscription.PublicationOfferView;
import org.computility.trading.subscription.billing.Billing;
import org.computility.trading.subscription.billing.PriceTier;

/**
 * What a publication costs, from when to when.
 *
 * @param id as lines of bills of metered orders name it
 * @param price of a unit, before its tiers
 * @param validTo the end, itself excluded; null while no successor is known
 */
public record PublicationPriceView(
        UUID id,
        UUID publishId,
        UsageUnit unit,
        BigDecimal price,
        List<PriceTier> tiers,
        long freeQuota,
        String currency,
        Instant validFrom,
        Instant validTo) {

    /** The first price of a list counts whenever it is used; nobody uses it before it is published. */
    static PublicationPriceView of(PublicationOfferView offer, PriceView version) {
        Billing terms = offer.billing().at(version.tariff());
        boolean first = version.validFrom().isBefore(offer.publishedAt());
        return new PublicationPriceView(
                version.id(),
                offer.publishId(),
                terms.unit(),
                terms.price(),
                terms.tiers(),
                terms.freeQuota(),
                version.currency(),
                first ? offer.publishedAt() : version.validFrom(),
                version.validTo());
    }
}
