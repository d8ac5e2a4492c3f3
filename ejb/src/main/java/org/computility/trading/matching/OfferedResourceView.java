package org.computility.trading.matching;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.trading.MarketConfig;
import org.computility.trading.matching.MarketEntries.Offered;

/**
 * A data resource in the market, as a list shows it: what its owner says of it (T/AI 123.12 tables A.2 and A.8), but not where it can be had, which
 * is for buyers. What its table does not have, and what was not said, is null.
 *
 * @param registrationId its number; one for all controlled data, which its {@code dataId} tells apart
 * @param owner the user name
 * @param price 0.00 for what is free
 * @param dataSize in MiB
 * @param collectionTime when it was collected or made
 * @param providerUrl for people: the platform never calls it
 * @param ownershipConfirm where people can check whose it is; the platform never calls it
 * @param protocol of controlled data only, like {@code isOpen} and {@code source}
 */
public record OfferedResourceView(
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId,
        String owner,
        String type,
        List<String> categories,
        List<String> keyWords,
        String description,
        boolean subscribable,
        BigDecimal price,
        String currency,
        Instant publishedAt,
        String dataFormat,
        BigDecimal dataSize,
        Instant collectionTime,
        String country,
        String providerUrl,
        String ownershipConfirm,
        boolean controlled,
        String protocol,
        @JsonbProperty("isOpen") Integer open,
        String source) {

    static OfferedResourceView of(Offered offered, MarketConfig config) {
        String controlled = offered.controlledDataId();
        return new OfferedResourceView(
                ResourceNumber.of(offered.id(), controlled, config).registrationId(),
                offered.dataId(),
                offered.party(),
                offered.dataType(),
                List.of(offered.categories()),
                List.of(offered.keyWords()),
                offered.description(),
                offered.subscribable(),
                offered.price(),
                offered.currency(),
                offered.publishedAt(),
                offered.dataFormat(),
                offered.dataSize(),
                offered.collectionTime(),
                offered.country(),
                offered.providerUrl(),
                offered.ownershipConfirm(),
                controlled != null,
                offered.protocol(),
                offered.open(),
                offered.source());
    }
}
