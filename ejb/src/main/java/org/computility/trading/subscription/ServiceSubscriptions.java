package org.computility.trading.subscription;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.keys.Sealing;
import org.computility.trading.MarketIds;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicences;

/** Subscriptions, for who calls by their licences or settles their orders. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceSubscriptions {

    private static final Member LICENCES = new Member("licenses");

    @Inject
    Publications publications;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ServiceLicences licences;

    @Inject
    ServiceParties parties;

    @Inject
    CurrentCaller caller;

    @Inject
    Sealing sealing;

    /**
     * The service that the caller may call at that address by this licence.
     *
     * @throws Denied {@code licence-foreign}: it is another's; {@code licence-other-service}: it is for something else
     * @throws org.computility.shared.BusinessFailure as {@link ServiceLicences#orderOf}
     */
    public SubscribedService licensed(ServiceKind kind, String address, LicenceView shown) {
        caller.require(Role.BUYERS);
        UUID orderId = licences.orderOf(shown).orElseThrow(() -> otherService(kind));
        Subscription subscription = subscriptions.find(orderId).orElseThrow();
        if (!parties.speaksFor(subscription.subscriber())) {
            throw new Denied(
                    "licence-foreign", LICENCES, "The licence of {member} is another's: only its licensee may use it.");
        }
        Publication offer = publications.find(subscription.publishId()).orElseThrow();
        if (offer.kind() != kind || !offer.address().equals(address)) {
            throw otherService(kind);
        }
        return new SubscribedService(orderId, kind, address, offer.billing(), offer.credential(sealing));
    }

    /** An order for that kind of thing; NotFound {@code order-unknown}. */
    public SubscribedOrder order(ServiceKind kind, String orderId) {
        Subscription subscription = subscriptions
                .find(MarketIds.read(orderId, () -> Subscription.unknown(orderId)))
                .orElseThrow(() -> Subscription.unknown(orderId));
        return publications
                .find(subscription.publishId())
                .filter(offer -> offer.kind() == kind)
                .map(offer -> new SubscribedOrder(subscription.orderId(), subscription.subscriber(), offer.publisher()))
                .orElseThrow(() -> Subscription.unknown(orderId));
    }

    private static Denied otherService(ServiceKind kind) {
        return new Denied(
                "licence-other-service",
                kind.address(),
                "The licence is not for the " + kind.word() + " at this {member}.");
    }
}
