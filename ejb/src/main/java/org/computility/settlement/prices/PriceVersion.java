package org.computility.settlement.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.shared.Conflict;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a unit costs, from when to when. It never changes, but that it ends. */
@Entity
@Table(name = "price_version")
class PriceVersion {

    @Id
    private UUID id;

    private String list;

    private String currency;

    @Enumerated(EnumType.STRING)
    private BillingType billing;

    @Enumerated(EnumType.STRING)
    private UsageUnit unit;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> tierEnds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<BigDecimal> tierPrices;

    private long freeQuota;
    private Instant validFrom;
    private Instant validTo;

    protected PriceVersion() {}

    static PriceVersion of(String list, String currency, Tariff tariff, Instant validFrom) {
        PriceVersion version = new PriceVersion();
        version.id = UUID.randomUUID();
        version.list = list;
        version.currency = currency;
        version.billing = tariff.billing();
        version.unit = tariff.unit();
        version.tierEnds =
                tariff.tiers().stream().map(Tier::upTo).filter(Objects::nonNull).toList();
        version.tierPrices = tariff.tiers().stream().map(Tier::unitPrice).toList();
        version.freeQuota = tariff.freeQuota();
        version.validFrom = validFrom;
        return version;
    }

    /**
     * The next one takes over. Conflict {@code price-retroactive} where it would begin before this one, {@code price-unlike}
     * where it counts something else: who has ordered is not told.
     */
    void end(Instant at, String otherCurrency, Tariff next) {
        if (!currency.equals(otherCurrency) || billing != next.billing() || unit != next.unit()) {
            throw new Conflict(
                    "price-unlike",
                    "The price list counts " + billing + " by " + unit + " in " + currency + ", and goes on so.");
        }
        if (!at.isAfter(validFrom)) {
            throw new Conflict("price-retroactive", "A price of " + validFrom + " is known already.");
        }
        validTo = at;
    }

    boolean beginsAt(Instant at) {
        return validFrom.equals(at);
    }

    /** Whether one from then on would say nothing new. */
    boolean holds(String otherCurrency, Tariff other, Instant at) {
        return !at.isBefore(validFrom) && says(otherCurrency, other);
    }

    private boolean says(String otherCurrency, Tariff other) {
        return currency.equals(otherCurrency)
                && billing == other.billing()
                && unit == other.unit()
                && freeQuota == other.freeQuota()
                && tierEnds.equals(other.tiers().stream()
                        .map(Tier::upTo)
                        .filter(Objects::nonNull)
                        .toList())
                && samePrices(other);
    }

    private boolean samePrices(Tariff other) {
        return tierPrices.size() == other.tiers().size()
                && IntStream.range(0, tierPrices.size())
                        .allMatch(tier -> tierPrices
                                        .get(tier)
                                        .compareTo(other.tiers().get(tier).unitPrice())
                                == 0);
    }

    String list() {
        return list;
    }

    PriceView view() {
        List<Tier> tiers = IntStream.range(0, tierPrices.size())
                .mapToObj(tier -> new Tier(tier < tierEnds.size() ? tierEnds.get(tier) : null, tierPrices.get(tier)))
                .toList();
        return new PriceView(id, currency, new Tariff(billing, unit, tiers, freeQuota), validFrom, validTo);
    }
}
