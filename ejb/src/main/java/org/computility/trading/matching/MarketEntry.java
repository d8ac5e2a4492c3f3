package org.computility.trading.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketSide;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that stands in the market, as matching finds it. */
@Entity
@Table(name = "market_entry")
class MarketEntry {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private MarketSide side;

    // Candidates are read as records: these are written here only.
    @Column
    private UUID accountId;

    @Column
    private String party;

    private UUID organisationId;
    private String typeKey;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> categories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> keyWords;

    private boolean subscribable;
    private String controlledDataId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> terms;

    @Column
    private Instant publishedAt;

    protected MarketEntry() {}

    static MarketEntry of(EnteredMarket event, Instant now) {
        MarketEntry entry = new MarketEntry();
        entry.id = event.id();
        entry.side = event.side();
        entry.accountId = event.party().accountId();
        entry.party = event.party().name();
        entry.organisationId = event.party().organisationId();
        entry.typeKey = Terms.typeKey(event.type());
        entry.categories = List.copyOf(event.categories());
        entry.keyWords = List.copyOf(event.keyWords());
        entry.subscribable = event.subscribable();
        entry.controlledDataId = event.controlledDataId();
        entry.terms = List.copyOf(Terms.of(event));
        entry.publishedAt = now;
        return entry;
    }

    UUID id() {
        return id;
    }

    MarketSide side() {
        return side;
    }

    UUID organisationId() {
        return organisationId;
    }

    String typeKey() {
        return typeKey;
    }

    List<String> categories() {
        return categories;
    }

    List<String> keyWords() {
        return keyWords;
    }

    List<String> terms() {
        return terms;
    }

    /** The numbers that others name it by, if it is a data resource. */
    ResourceNumber number(MarketConfig config) {
        return ResourceNumber.of(id, controlledDataId, config);
    }

    /** A demand for something to subscribe to fits no resource that is not; any other pair may fit. */
    boolean maySubscribe(boolean otherIsSubscribable) {
        return side == MarketSide.DEMAND ? !subscribable || otherIsSubscribable : !otherIsSubscribable || subscribable;
    }
}
