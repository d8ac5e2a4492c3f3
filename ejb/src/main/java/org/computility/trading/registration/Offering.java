package org.computility.trading.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.EnteredMarket;
import org.computility.trading.MarketSide;
import org.computility.trading.Party;
import org.computility.trading.PublicationView;

/** Data that somebody holds and may sell. */
@Entity
@Table(name = "data_resource")
class Offering {

    private static final Member REGISTRATION_ID = new Member("registrationId");

    @Id
    private UUID registrationId;

    @Version
    private int version;

    private UUID ownerId;
    private String owner;
    private UUID organisationId;

    @Embedded
    private DataDescription description;

    /** Null for controlled data, which is not handed over. */
    private String publicKey;

    private boolean controlled;

    @Embedded
    private Control control;

    @Enumerated(EnumType.STRING)
    private ResourceState state;

    private Boolean free;
    private BigDecimal price;
    private String currency;

    @Column
    private Instant registeredAt;

    @Column
    private Instant changedAt;

    protected Offering() {}

    static Offering register(NewOffering wanted, Party owner, String publicKey, Instant now) {
        Offering resource = new Offering();
        resource.registrationId = UUID.randomUUID();
        resource.ownerId = owner.accountId();
        resource.owner = owner.name();
        resource.organisationId = owner.organisationId();
        resource.publicKey = publicKey;
        resource.description = DataDescription.of(wanted);
        resource.state = ResourceState.REGISTERED;
        resource.currency = Money.CNY;
        resource.registeredAt = now;
        resource.changedAt = now;
        return resource;
    }

    /** Data that stays in its data space. */
    static Offering controlled(NewControlledData wanted, Party owner, Instant now) {
        Offering resource = new Offering();
        resource.registrationId = UUID.randomUUID();
        resource.ownerId = owner.accountId();
        resource.owner = owner.name();
        resource.organisationId = owner.organisationId();
        resource.controlled = true;
        resource.control = Control.of(wanted);
        resource.description = DataDescription.of(wanted);
        resource.state = ResourceState.REGISTERED;
        resource.currency = Money.CNY;
        resource.registeredAt = now;
        resource.changedAt = now;
        return resource;
    }

    /** This data, when its data space described it so; for a call that is sent again. */
    Offering requireSame(NewControlledData wanted, Party asking) {
        boolean same = controlled
                && organisationId.equals(asking.organisationId())
                && Control.of(wanted).equals(control)
                && description.says(wanted);
        if (!same) {
            throw registeredBefore();
        }
        return this;
    }

    /** This resource, when it was registered so; for a call that is sent again. */
    Offering requireSame(NewOffering wanted, Party asking, String key) {
        if (controlled
                || !isOwnedBy(asking)
                || !publicKey.equals(key)
                || !description.equals(DataDescription.of(wanted))) {
            throw registeredBefore();
        }
        return this;
    }

    static Conflict registeredBefore() {
        return new Conflict(
                "data-registered",
                new Member("dataId"),
                "The data of {member} is registered already: one data resource has one registration.");
    }

    /**
     * Offers it at these terms. The same once more changes nothing; other terms need a revocation first.
     *
     * @return whether it was not published before
     */
    boolean publish(boolean forNothing, Money terms, Instant now) {
        if (state == ResourceState.PUBLISHED) {
            if (!terms.equals(price())) {
                throw new Conflict(
                        "resource-published",
                        REGISTRATION_ID,
                        "The data resource of {member} is published at " + price + " " + currency
                                + ": revoke that publication before you publish it at another price.");
            }
            return false;
        }
        state = state.to(ResourceState.PUBLISHED);
        free = forNothing;
        price = terms.amount();
        currency = terms.currency();
        changedAt = now;
        return true;
    }

    EnteredMarket entered() {
        return new EnteredMarket(
                MarketSide.RESOURCE,
                registrationId,
                owner(),
                description.marketType(),
                description.dataCategory(),
                description.keyWords(),
                description.text(),
                description.subscribable(),
                controlled ? description.dataId() : null);
    }

    /** Takes it out of the market. What was revoked already stays so. */
    void revoke(Instant now) {
        if (state == ResourceState.REVOKED) {
            return;
        }
        requirePublished();
        state = state.to(ResourceState.REVOKED);
        changedAt = now;
    }

    /**
     * What a buyer gets.
     *
     * @param number of it in the market
     */
    OfferedData offered(String number) {
        requirePublished();
        return new OfferedData(
                registrationId, number, description.dataId(), description.address(), publicKey, owner(), price());
    }

    private void requirePublished() {
        if (state != ResourceState.PUBLISHED) {
            throw new Conflict(
                    "resource-not-published", REGISTRATION_ID, "The data resource of {member} is not published.");
        }
    }

    UUID registrationId() {
        return registrationId;
    }

    UUID organisationId() {
        return organisationId;
    }

    String publicKey() {
        return publicKey;
    }

    /** Controlled data that is not public is in no list: who was told its {@code dataID} finds it. */
    boolean isInTheOpen() {
        return !controlled || control.inTheOpen();
    }

    boolean isControlled() {
        return controlled;
    }

    boolean isPublished() {
        return state == ResourceState.PUBLISHED;
    }

    boolean isOwnedBy(Party party) {
        return ownerId.equals(party.accountId());
    }

    /** Whether the caller's organisation holds it. */
    boolean isSeenBy(Caller caller) {
        return caller.sees(organisationId);
    }

    boolean has(String wantedDataId) {
        return description.dataId().equals(wantedDataId);
    }

    Party owner() {
        return new Party(ownerId, owner, organisationId);
    }

    private Money price() {
        return new Money(price, currency);
    }

    PublishedDataView view() {
        return new PublishedDataView(
                owner, PublicationView.word(isPublished()), free == null ? null : free.toString(), price);
    }
}
