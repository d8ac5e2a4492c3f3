package org.computility.trading.subscription.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.trading.subscription.catalogue.ServiceDescriptions.Described;

/**
 * A model or an application in the market, as a list shows it; {@code publishId} leads to its terms.
 *
 * @param publisher the user name
 * @param price of a unit now, before its tiers
 */
public record OfferedServiceView(
        UUID publishId,
        String publisher,
        String resourceId,
        String title,
        String description,
        List<String> categories,
        List<String> keyWords,
        String billingType,
        String unit,
        BigDecimal price,
        Instant publishedAt) {

    static OfferedServiceView of(Described it, BigDecimal price) {
        return new OfferedServiceView(
                it.publishId(),
                it.publisher(),
                it.resourceId(),
                it.title(),
                it.description(),
                List.of(it.categories()),
                List.of(it.keyWords()),
                it.billingType(),
                it.unit(),
                price,
                it.publishedAt());
    }
}
