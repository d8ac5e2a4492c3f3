package org.computility.trading.subscription;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.settlement.ledger.Books;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.orders.TestOrders;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.TestPrices;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.computility.settlement.rating.TestRating;
import org.computility.settlement.usage.TestUsage;
import org.computility.settlement.usage.Usage;
import org.computility.shared.FiredEvents;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.outbound.GuardForTests;
import org.computility.trading.MarketForTests;
import org.computility.trading.Party;
import org.computility.trading.licences.ServiceLicencesForTests;
import org.computility.trading.subscription.billing.BillingMethod;
import org.computility.trading.subscription.billing.OfferedTerms;
import org.computility.trading.subscription.billing.OfferedTermsForTests;
import org.hibernate.StatelessSession;

/** The market of models and applications over a database of its own, with its books, at whatever time it is there. */
public final class SubscriptionsForTests {

    public final MarketForTests market = new MarketForTests();
    public final Books books = new Books("10", market.sessions);
    public final Clock clock = new Ticking();
    public final Orders orders;
    public final Usage usage;
    public final PriceLists prices;
    public final Rating rating;
    public final OfferedTerms terms;
    public final ServicePublishing publishing = new ServicePublishing();
    public final FiredEvents<ServicePublished> entered = new FiredEvents<>();
    public final ServiceSubscribing subscribing = new ServiceSubscribing();
    public final ServiceSubscriptions subscriptions = new ServiceSubscriptions();
    public final UUID sellers = market.organisation();
    public final UUID buyers = market.organisation();

    private volatile Duration ahead = Duration.ZERO;

    public SubscriptionsForTests() {
        StatelessSession session = market.sessions.current();
        BillPeriods periods = new BillPeriods(ZoneId.of("Asia/Shanghai"), Duration.ofDays(1));
        books.at(clock);
        prices = TestPrices.over(session, clock);
        terms = OfferedTermsForTests.over(prices, clock);
        rating = TestRating.over(session, clock, prices, periods);
        orders = TestOrders.over(session, clock, prices, rating, books.ledger(), periods);
        usage = TestUsage.over(session, clock, orders, prices, rating, periods);
        publish(session);
        subscribe();
        market.open("seller", sellers, Role.PROVIDER);
        market.open("buyer", buyers, Role.CONSUMER);
        market.open("colleague", buyers, Role.CONSUMER);
        market.open("chief", buyers, Role.OPERATOR);
        market.open("other", market.organisation(), Role.CONSUMER, Role.PROVIDER);
    }

    private void publish(StatelessSession session) {
        publishing.published = entered;
        publishing.publications = new Publications_(session);
        publishing.parties = parties();
        publishing.caller = market.caller;
        publishing.guard = GuardForTests.allowingThisMachine();
        publishing.sealing = SealingForTests.keptIn(Path.of("target", "market-keys"));
        publishing.terms = terms;
        publishing.clock = clock;
    }

    private void subscribe() {
        SubscriptionOpening opening = new SubscriptionOpening() {
            @Override
            public SubscriptionView open(UUID publishId, Party subscriber, NewSubscription wanted) {
                return market.sessions.commit(() -> super.open(publishId, subscriber, wanted));
            }
        };
        opening.publications = publishing.publications;
        opening.subscriptions = new Subscriptions_(market.sessions.current());
        opening.licences = ServiceLicencesForTests.over(market, clock);
        opening.orders = orders;
        opening.terms = terms;
        opening.caller = market.caller;
        opening.clock = clock;
        subscribing.publications = publishing.publications;
        subscribing.subscriptions = opening.subscriptions;
        subscribing.opening = opening;
        subscribing.licences = opening.licences;
        subscribing.terms = terms;
        subscribing.parties = parties();
        subscribing.caller = market.caller;
        subscriptions.publications = publishing.publications;
        subscriptions.subscriptions = opening.subscriptions;
        subscriptions.licences = opening.licences;
        subscriptions.parties = parties();
        subscriptions.caller = market.caller;
        subscriptions.sealing = publishing.sealing;
    }

    /** Who acts. */
    public ServiceParties parties() {
        ServiceParties parties = new ServiceParties();
        parties.parties = market.parties();
        parties.caller = market.caller;
        return parties;
    }

    /** Time passes. */
    public void later(Duration by) {
        ahead = ahead.plus(by);
    }

    /** What one call costs, and how many there may be; null for no limit. */
    public static BillingMethod byCall(String price, Long quota) {
        return new BillingMethod(UsageUnit.CALL, new BigDecimal(price), List.of(), 0L, null, quota);
    }

    /** The seller publishes a model; its publishId. */
    public String published(String model, String address, BillingMethod method) {
        market.be("seller");
        NewPublication wanted = new NewPublication(ServiceKind.MODEL, "seller", model, "METERED", method, address);
        return market.sessions.commit(() -> publishing.publish(wanted)).toString();
    }

    /** The buyer subscribes to it. */
    public SubscriptionView subscribed(String publishId, BillingMethod method) {
        market.be("buyer");
        return subscribing.subscribe(new NewSubscription(ServiceKind.MODEL, "buyer", publishId, "METERED", method));
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000))
                    .instant()
                    .plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
