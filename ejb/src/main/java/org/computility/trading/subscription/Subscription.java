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
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.trading.Party;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicences;

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

    NewOrder order(Publication offer) {
        return new NewOrder(
                orderId,
                organisationId,
                publisherOrganisationId,
                new Subject(SubjectKind.valueOf(offer.kind().name()), publishId.toString()),
                Money.CNY,
                offer.billing().tariff(),
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

    /** @param licence null for who does not subscribe: with it anybody's calls would be paid by the subscriber */
    SubscriptionView view(Publication offer, LicenceView licence, Caller reader) {
        return new SubscriptionView(
                orderId,
                publishId,
                offer.kind(),
                offer.publisher().name(),
                subscriber,
                offer.resourceId(),
                offer.address(),
                offer.billing(),
                startsAt,
                endsAt,
                reader.sees(organisationId) ? licence : null);
    }
}
