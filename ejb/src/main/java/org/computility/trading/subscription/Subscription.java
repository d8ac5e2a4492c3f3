package org.computility.trading.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.settlement.Money;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.prices.BillingType;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.Party;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicences;
import org.computility.trading.subscription.billing.Billing;

/** Somebody subscribed to a publication: one order, one licence. */
@Entity
@Table(name = "service_subscription")
class Subscription {

    private static final Member ORDER_ID = new Member("orderId");

    @Id
    private UUID orderId;

    @Column
    private UUID publishId;

    private UUID subscriberId;
    private String subscriber;
    private UUID organisationId;
    private UUID publisherOrganisationId;

    @Column
    private Instant startsAt;

    @Column
    private Instant endsAt;

    protected Subscription() {}

    /** From the running second on, as its licence says. */
    static Subscription of(Publication offer, Party subscriber, Instant now) {
        Subscription subscription = new Subscription();
        subscription.orderId = UUID.randomUUID();
        subscription.publishId = offer.publishId();
        subscription.subscriberId = subscriber.accountId();
        subscription.subscriber = subscriber.name();
        subscription.organisationId = subscriber.organisationId();
        subscription.publisherOrganisationId = offer.publisher().organisationId();
        subscription.startsAt = now.truncatedTo(ChronoUnit.SECONDS);
        subscription.endsAt =
                subscription.startsAt.plus(Duration.ofDays(offer.billing().term()));
        return subscription;
    }

    ServiceLicences.NewLicence licence(Publication offer) {
        return new ServiceLicences.NewLicence(
                orderId,
                offer.publisher(),
                subscriber,
                publishId,
                offer.resourceId(),
                offer.address(),
                startsAt,
                endsAt);
    }

    /** A fixed term is paid at its opening, by the terms of then. What is metered costs what the publication costs when it is used. */
    NewOrder order(Publication offer, Billing now) {
        return new NewOrder(
                orderId,
                organisationId,
                publisherOrganisationId,
                offer.subject(),
                Money.CNY,
                now.type() == BillingType.FIXED_TERM ? now.tariff() : null,
                startsAt,
                endsAt,
                offer.billing().quota());
    }

    /** Whether the caller's organisation is one of the two parties. */
    boolean isSeenBy(Caller reader) {
        return reader.sees(organisationId) || reader.sees(publisherOrganisationId);
    }

    UUID orderId() {
        return orderId;
    }

    UUID publishId() {
        return publishId;
    }

    Party subscriber() {
        return new Party(subscriberId, subscriber, organisationId);
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    static NotFound unknown(String orderId) {
        return new NotFound("order-unknown", ORDER_ID, "{member} " + orderId + " names no order of yours.");
    }

    /**
     * As that reader sees it.
     *
     * @param terms of the order, as they are now
     * @param licence null for who does not subscribe: with it anybody's calls would be paid by the subscriber
     */
    SubscriptionView view(Publication offer, Billing terms, LicenceView licence, Caller reader) {
        return new SubscriptionView(
                orderId,
                publishId,
                offer.kind(),
                offer.publisher().name(),
                subscriber,
                offer.resourceId(),
                offer.address(),
                terms,
                startsAt,
                endsAt,
                reader.sees(organisationId) ? licence : null);
    }
}
