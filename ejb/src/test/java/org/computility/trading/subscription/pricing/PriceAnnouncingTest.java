package org.computility.trading.subscription.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.TestSettlement;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.usage.NewUsage;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.trading.subscription.NewPublication;
import org.computility.trading.subscription.NewSubscription;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.SubscriptionView;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.computility.trading.subscription.billing.BillingMethod;
import org.computility.trading.subscription.billing.PriceTier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceAnnouncingTest {

    private static final String ADDRESS = "http://127.0.0.1:9/";
    private static final Duration HOUR = Duration.ofHours(1);

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final PriceAnnouncing announcing = new PriceAnnouncing();
    private final BillingMethod half = SubscriptionsForTests.byCall("0.50", null);
    private OrderSettlement settlement;
    private String publishId;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void publish() {
        all.later(Duration.between(all.clock.instant(), inTheMiddleOfNextMonth()));
        announcing.publishing = all.publishing;
        announcing.prices = all.prices;
        settlement =
                TestSettlement.over(all.market.sessions.current(), all.orders, all.rating, all.books.ledger(), "0");
        publishId = all.published("m", ADDRESS, half);
        all.books.deposit(all.buyers, "1000");
    }

    @Test
    void whatIsUsedCostsWhatWasValidThenEvenIfItIsHeardOfLater() {
        UUID order = all.subscribed(publishId, half).orderId();
        Instant before = all.clock.instant();
        use(order, before, 2);
        announce("0.80", before.plus(HOUR));
        assertThat(offered()).isEqualByComparingTo("0.50");

        all.later(HOUR.multipliedBy(2));

        assertThat(offered()).isEqualByComparingTo("0.80");
        use(order, all.clock.instant(), 3);
        assertThat(leftAfterSettling(order)).isEqualTo("996.60 CNY");
        use(order, before.plusSeconds(1), 1);
        assertThat(leftAfterSettling(order)).isEqualTo("996.10 CNY");
        assertThat(all.subscribing.subscription(order.toString()).billing().price())
                .isEqualByComparingTo("0.80");
    }

    @Test
    void tiersAndFreeUnitsAreCountedThroughOverTheChange() {
        UUID order = all.subscribed(publishId, half).orderId();
        Instant before = all.clock.instant();
        use(order, before, 4);
        all.market.be("seller");
        all.market.sessions.commit(() -> announcing.announce(
                publishId,
                new NewPublicationPrice(
                        UsageUnit.CALL,
                        new BigDecimal("1"),
                        List.of(new PriceTier(5, new BigDecimal("0.10"))),
                        0,
                        before.plus(HOUR))));
        all.later(HOUR.multipliedBy(2));
        use(order, before.plus(HOUR), 3);

        // Four at 0.50; of the next three the fifth of the month costs 1, the others 0.10.
        assertThat(leftAfterSettling(order)).isEqualTo("996.80 CNY");
    }

    @Test
    void everybodySeesAllPricesTheEarliestFirst() {
        Instant first = all.clock.instant().plus(HOUR);
        PublicationPriceView announced = announce("0.80", first.plusNanos(300));
        announce("0.90", first.plus(HOUR));
        announce("0.90", first.plus(HOUR).plus(HOUR));
        all.market.be("other");

        List<PublicationPriceView> prices = announcing.prices(publishId);

        assertThat(prices)
                .extracting(price -> price.price().toPlainString(), PublicationPriceView::validTo)
                .containsExactly(tuple("0.50", first), tuple("0.80", first.plus(HOUR)), tuple("0.90", null));
        assertThat(prices.get(0).validFrom())
                .isEqualTo(all.publishing.offer(publishId).publishedAt());
        assertThat(prices.get(1).validFrom()).isEqualTo(first).isEqualTo(announced.validFrom());
    }

    @Test
    void aFixedTermCostsWhatWasValidAtItsOpening() {
        BillingMethod daily = new BillingMethod(UsageUnit.DAY, new BigDecimal("2"), List.of(), 0L, 30, null);
        all.market.be("seller");
        String monthly = all.market
                .sessions
                .commit(() -> all.publishing.publish(
                        new NewPublication(ServiceKind.MODEL, "seller", "m", "FIXED_TERM", daily, ADDRESS)))
                .toString();
        SubscriptionView early = subscribed(monthly);
        all.market.be("seller");
        all.market.sessions.commit(() -> announcing.announce(monthly, price("3", null)));
        SubscriptionView late = subscribed(monthly);

        assertThat(leftAfterSettling(early.orderId())).isEqualTo("940.00 CNY");
        assertThat(leftAfterSettling(late.orderId())).isEqualTo("850.00 CNY");
        assertThat(all.subscribing.subscription(early.orderId().toString())).isEqualTo(early);
        assertThat(late.billing().price()).isEqualByComparingTo("3");
    }

    @Test
    void whatIsAskedForAndPublishedIsComparedWithThePriceOfNow() {
        announce("0.80", null);

        refused("billing-not-offered", () -> all.subscribed(publishId, half));
        BillingMethod now = SubscriptionsForTests.byCall("0.8", null);
        assertThat(all.subscribed(publishId, now).billing().price()).isEqualByComparingTo("0.80");
        assertThat(all.published("m", ADDRESS, now)).isEqualTo(publishId);
        assertThat(all.published("m", ADDRESS, half)).isNotEqualTo(publishId);
    }

    @Test
    void onlyItsPublisherAnnouncesAndOnlyWhatFits() {
        Instant later = all.clock.instant().plus(HOUR);
        announce("0.80", later);
        refused("price-retroactive", () -> announce("0.90", later));
        refused("price-past", () -> announce("0.90", later.minus(HOUR).minus(HOUR)));
        refused("member-invalid", () -> announce("-1", null));
        refused("member-invalid", () -> announce("0.123456789", null));
        refused("price-unlike", () -> announcing.announce(publishId, byToken()));
        all.market.be("other");
        refused("publication-unknown", () -> announcing.announce(publishId, price("0.90", null)));
        all.market.be("buyer");
        refused("role-missing", () -> announcing.announce(publishId, price("0.90", null)));
        all.market.be("seller");
        all.market.sessions.commit(() -> all.publishing.withdraw(publishId));
        refused("publication-withdrawn", () -> announce("0.90", later.plus(HOUR)));
        assertThat(announcing.prices(publishId)).hasSize(2);
    }

    /** So that all that happens in a test stands in one bill. */
    private Instant inTheMiddleOfNextMonth() {
        return all.clock
                .instant()
                .atZone(ZoneOffset.UTC)
                .plusMonths(1)
                .withDayOfMonth(15)
                .toInstant();
    }

    private SubscriptionView subscribed(String monthly) {
        all.market.be("buyer");
        return all.subscribing.subscribe(new NewSubscription(
                ServiceKind.MODEL, "buyer", monthly, "FIXED_TERM", BillingMethod.of(UsageUnit.DAY)));
    }

    private void use(UUID order, Instant at, long calls) {
        all.market.sessions.commit(() -> all.usage.record(new NewUsage(UUID.randomUUID(), order, at, calls, 0)));
    }

    private PublicationPriceView announce(String price, Instant from) {
        all.market.be("seller");
        return all.market.sessions.commit(() -> announcing.announce(publishId, price(price, from)));
    }

    private BigDecimal offered() {
        return all.publishing.offer(publishId).billing().price();
    }

    private String leftAfterSettling(UUID order) {
        all.market.be("buyer");
        all.market.sessions.commit(() -> settlement.settle(order));
        return all.books
                .ledger()
                .balance(AccountKey.prepaid(all.buyers), Money.CNY)
                .toString();
    }

    private static NewPublicationPrice price(String price, Instant from) {
        return new NewPublicationPrice(null, new BigDecimal(price), List.of(), 0, from);
    }

    private static NewPublicationPrice byToken() {
        return new NewPublicationPrice(UsageUnit.TOKEN, BigDecimal.ONE, List.of(), 0, null);
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
