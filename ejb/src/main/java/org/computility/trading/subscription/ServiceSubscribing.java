package org.computility.trading.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Paged;
import org.computility.trading.MarketIds;
import org.computility.trading.Party;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicences;
import org.computility.trading.subscription.billing.OfferedTerms;
import org.computility.trading.subscription.billing.PricesOfNow;

/**
 * What those do who subscribe to models and applications (T/AI 123.12 A.4.2, A.5.2). Keys are read before a transaction holds a
 * connection.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceSubscribing {

    private static final Member SUBSCRIBER = new Member("subscriberId");

    @Inject
    Publications publications;

    @Inject
    Subscriptions subscriptions;

    @EJB
    SubscriptionOpening opening;

    @Inject
    ServiceLicences licences;

    @Inject
    OfferedTerms terms;

    @Inject
    ServiceParties parties;

    @Inject
    CurrentCaller caller;

    /**
     * Opens an order at the publication's terms, and issues its licence. Each call is a subscription of its own.
     *
     * @throws org.computility.shared.NotFound {@code publication-unknown}
     * @throws org.computility.shared.Conflict {@code publication-withdrawn}; {@code billing-not-offered}, which says what is
     */
    public SubscriptionView subscribe(NewSubscription wanted) {
        Party subscriber = parties.named(SUBSCRIBER, wanted.subscriber(), Role.BUYERS);
        Publication offer = publications
                .find(MarketIds.read(wanted.publishId(), () -> Publication.unknown(wanted.publishId())))
                .filter(found -> found.kind() == wanted.kind())
                .orElseThrow(() -> Publication.unknown(wanted.publishId()));
        licences.prepare(offer.publisher().organisationId());
        return opening.open(offer.publishId(), subscriber, wanted);
    }

    /**
     * What the caller's organisation subscribes to, and who subscribes to what it publishes; the latest first.
     *
     * @param publishId null: to anything
     */
    public Page<SubscriptionView> subscriptions(UUID publishId, PageRequest page) {
        Caller reader = caller.require(Role.READERS);
        List<Subscription> found = Paged.list(subscriptions.seen(reader.scope(), publishId), page);
        Map<UUID, Publication> offers =
                subscriptions
                        .publications(found.stream()
                                .map(Subscription::publishId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Publication::publishId, Function.identity()));
        List<UUID> ids = found.stream().map(Subscription::orderId).toList();
        Map<UUID, LicenceView> issued = licences.ofOrders(ids);
        PricesOfNow now =
                terms.now(offers.values().stream().map(Publication::subject).toList(), ids);
        return new Page<>(
                found.stream()
                        .map(one -> view(one, offers.get(one.publishId()), now, issued.get(one.orderId()), reader))
                        .toList(),
                subscriptions.total(reader.scope(), publishId),
                page);
    }

    /** One subscription, with its licence for the subscriber's organisation. */
    public SubscriptionView subscription(String orderId) {
        Caller reader = caller.require(Role.READERS);
        Subscription found = subscriptions
                .find(MarketIds.read(orderId, () -> Subscription.unknown(orderId)))
                .filter(one -> one.isSeenBy(reader))
                .orElseThrow(() -> Subscription.unknown(orderId));
        Publication offer = publications.find(found.publishId()).orElseThrow();
        PricesOfNow now = terms.now(List.of(offer.subject()), List.of(found.orderId()));
        return view(found, offer, now, licences.ofOrder(found.orderId()).orElseThrow(), reader);
    }

    private static SubscriptionView view(
            Subscription one, Publication offer, PricesOfNow now, LicenceView licence, Caller reader) {
        return one.view(offer, now.terms(one.orderId(), offer.subject(), offer.billing()), licence, reader);
    }
}
