package org.computility.trading.matching;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.trading.matching.MarketEntries.Offered;

/**
 * A data resource in the market, as a list shows it.
 *
 * @param owner the user name
 * @param price 0.00 for what is free
 */
public record OfferedResourceView(
        @JsonbProperty("registrationID") UUID registrationId,
        @JsonbProperty("dataID") String dataId,
        String owner,
        String type,
        List<String> categories,
        List<String> keyWords,
        String description,
        boolean subscribable,
        BigDecimal price,
        String currency,
        Instant publishedAt) {

    static OfferedResourceView of(Offered offered) {
        return new OfferedResourceView(
                offered.id(),
                offered.dataId(),
                offered.party(),
                offered.dataType(),
                List.of(offered.categories()),
                List.of(offered.keyWords()),
                offered.description(),
                offered.subscribable(),
                offered.price(),
                offered.currency(),
                offered.publishedAt());
    }
}
