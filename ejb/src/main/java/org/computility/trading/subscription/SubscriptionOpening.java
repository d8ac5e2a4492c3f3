package org.computility.trading.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.settlement.orders.Orders;
import org.computility.trading.Party;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicences;
import org.computility.trading.subscription.billing.Billing;
import org.computility.trading.subscription.billing.OfferedTerms;

/** Opens a subscription in one transaction; callers use {@link ServiceSubscribing}. */
@Stateless
public class SubscriptionOpening {

    @Inject
    Publications publications;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ServiceLicences licences;

    @EJB
    Orders orders;

    @Inject
    OfferedTerms terms;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** The subscription with its licence. The publication stays in the market, at its price, until the running transaction ends. */
    public SubscriptionView open(UUID publishId, Party subscriber, NewSubscription wanted) {
        Publication offer = publications.lock(publishId).orElseThrow();
        Billing now = offer.terms(terms.now(List.of(offer.subject())));
        offer.requireOffered(wanted.billingType(), wanted.billingMethod(), now);
        Subscription subscription = Subscription.of(offer, subscriber, clock.instant());
        subscriptions.session().insert(subscription);
        LicenceView licence = licences.issue(subscription.licence(offer));
        orders.open(subscription.order(offer, now));
        return subscription.view(offer, now, licence, caller.get());
    }
}
