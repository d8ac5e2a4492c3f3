package org.computility.trading.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketSide;
import org.computility.trading.Party;
import org.computility.trading.PublicationView;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody wants to buy. */
@Entity
@Table(name = "data_demand")
class Demand {

    private static final Member DEMAND_ID = new Member("demandId");

    @Id
    private UUID demandId;

    @Version
    private int version;

    private UUID demanderId;

    @Column
    private String demander;

    private UUID organisationId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] dataCategory;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] keyWords;

    private String description;
    private String dataType;

    @Column
    private boolean subscribable;

    @Enumerated(EnumType.STRING)
    private DemandState state;

    @Column
    private Instant registeredAt;

    @Column
    private Instant changedAt;

    protected Demand() {}

    static Demand register(NewDemand wanted, Party demander, Instant now) {
        Demand demand = new Demand();
        demand.demandId = UUID.randomUUID();
        demand.demanderId = demander.accountId();
        demand.demander = demander.name();
        demand.organisationId = demander.organisationId();
        demand.dataCategory = wanted.dataCategory().toArray(new String[0]);
        demand.keyWords = wanted.keyWords().toArray(new String[0]);
        demand.description = wanted.description();
        demand.dataType = wanted.dataType();
        demand.subscribable = wanted.subscribable();
        demand.state = DemandState.REGISTERED;
        demand.registeredAt = now;
        demand.changedAt = now;
        return demand;
    }

    /** Puts it into the market; the same once more changes nothing. */
    void publish(Instant now) {
        become(DemandState.PUBLISHED, now);
    }

    EnteredMarket entered() {
        return new EnteredMarket(
                MarketSide.DEMAND,
                demandId,
                new Party(demanderId, demander, organisationId),
                dataType,
                List.of(dataCategory),
                List.of(keyWords),
                description,
                subscribable,
                null);
    }

    /** Takes it back before anything was confirmed; the same once more changes nothing. */
    void revoke(Instant now) {
        become(DemandState.REVOKED, now);
    }

    /** Binds it to a data resource. */
    void bind(Instant now) {
        if (!isPublished()) {
            throw new Conflict("demand-not-published", DEMAND_ID, "The demand of {member} is not published.");
        }
        become(DemandState.CONFIRMED, now);
    }

    /** It is paid. */
    void settle(Instant now) {
        become(DemandState.SETTLED, now);
    }

    /** The demander has what it paid for. */
    void deliver(Instant now) {
        become(DemandState.DELIVERED, now);
    }

    private void become(DemandState next, Instant now) {
        if (state == next) {
            return;
        }
        if (!state.mayBecome(next)) {
            throw isBound()
                    ? new Conflict("demand-confirmed", DEMAND_ID, "The demand of {member} is confirmed already.")
                    : new Conflict(
                            "demand-revoked", DEMAND_ID, "The demand of {member} is revoked: register a new one.");
        }
        state = next;
        changedAt = now;
    }

    UUID demandId() {
        return demandId;
    }

    boolean isPublished() {
        return state.isPublished();
    }

    /** Whether it was bound to a data resource, whatever came after. */
    boolean isBound() {
        return state.isBound();
    }

    boolean isOf(Party party) {
        return demanderId.equals(party.accountId());
    }

    boolean isSeenBy(Caller caller) {
        return caller.sees(organisationId);
    }

    PublishedDemandView view() {
        return new PublishedDemandView(
                PublicationView.word(isPublished()), List.of(dataCategory), List.of(keyWords), description, dataType);
    }
}
