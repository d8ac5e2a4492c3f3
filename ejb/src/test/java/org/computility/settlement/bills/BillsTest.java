package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.daily.OrderRange;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.usage.NewUsage;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillsTest {

    private static final Shop SHOP = new Shop("2.5", Shop.local("2026-01-01T00:00:00"));
    private static final Tariff A_YUAN_A_CALL = metered(UsageUnit.CALL, 0, tier(null, "1"));

    private final UUID payer = UUID.randomUUID();
    private final UUID payee = UUID.randomUUID();

    @BeforeEach
    void begin() {
        SHOP.at("2026-10-10T08:00:00");
        SHOP.calls(UUID.randomUUID(), Role.ADMINISTRATOR);
        SHOP.books.deposit(payer, "100000");
    }

    @Test
    void freeUnitsComeFirstThenTheTiers() {
        UUID order = SHOP.open(
                        payer,
                        payee,
                        metered(UsageUnit.CALL, 10, tier(100L, "0.5"), tier(200L, "0.3"), tier(null, "0.1")))
                .id();

        SHOP.use(order, 10, 0);
        assertThat(total(order)).isEqualTo("0.00");
        SHOP.use(order, 99, 0);
        assertThat(total(order)).isEqualTo("49.50");
        SHOP.use(order, 2, 0);
        assertThat(total(order)).isEqualTo("50.30");
        SHOP.use(order, 1_000, 0);
        assertThat(total(order)).isEqualTo("170.10");
        SHOP.at("2026-11-01T00:00:00");
        SHOP.use(order, 11, 0);
        // A new month, from its first unit.
        assertThat(total(order)).isEqualTo("0.50");
    }

    @Test
    void aMonthIsRoundedOnceHoweverOftenItIsSettled() {
        UUID order = SHOP.open(payer, payee, metered(UsageUnit.TOKEN, 0, tier(null, "0.0015")))
                .id();

        for (int call = 0; call < 7; call++) {
            SHOP.use(order, 1, 3);
            SHOP.settle(order);
        }

        // 21 tokens are 0.0315; one by one, each three of them would be nothing, or a cent.
        assertThat(SHOP.settle(order).charged()).isEqualTo("0.03");
        SHOP.use(order, 1, 2);
        // 0.0345, and 0.035: halves up.
        assertThat(SHOP.settle(order).charged()).isEqualTo("0.03");
        SHOP.use(order, 1, 1);
        assertThat(SHOP.settle(order).charged()).isEqualTo("0.04");
        assertThat(agree()).isNull();
    }

    @Test
    void aRunForOneOrderSettlesAndPaysOutThatOneOnly() {
        UUID one = usedTenTimes();
        UUID other = usedTenTimes();

        SHOP.night(OrderRange.of(one.toString()));

        assertThat(SHOP.payouts.get(one).paidOut()).isEqualTo("9.75");
        assertThat(SHOP.payouts.get(other).earned()).isEqualTo("0.00");
        SHOP.night(OrderRange.of(""));
        assertThat(SHOP.payouts.get(one).paidOut()).isEqualTo("9.75");
        assertThat(SHOP.payouts.get(other).paidOut()).isEqualTo("9.75");
        assertThat(agree()).isNull();
    }

    private UUID usedTenTimes() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 10, 0);
        SHOP.pay(order);
        return order;
    }

    @Test
    void aDayCountsOnceHoweverOftenItIsUsed() {
        UUID order = SHOP.open(payer, payee, metered(UsageUnit.DAY, 0, tier(null, "5")))
                .id();

        SHOP.use(order, 1, 0);
        SHOP.use(order, 1, 0);
        assertThat(SHOP.settle(order).charged()).isEqualTo("5.00");
        SHOP.at("2026-10-10T23:59:59").use(order, 1, 0);
        assertThat(SHOP.settle(order).charged()).isEqualTo("5.00");
        SHOP.at("2026-10-11T00:00:00").use(order, 1, 0);
        assertThat(SHOP.settle(order).charged()).isEqualTo("10.00");
    }

    @Test
    void usageCostsWhatWasValidWhenItHappened() {
        Subject model = Shop.model();
        SHOP.publish(model, A_YUAN_A_CALL, null);
        UUID order = SHOP.open(new NewOrder(UUID.randomUUID(), payer, payee, model, Money.CNY, null, null, null, null))
                .id();
        PriceView dearer = SHOP.publish(
                model, metered(UsageUnit.CALL, 0, tier(15L, "2"), tier(null, "3")), Shop.local("2026-10-20T00:00:00"));

        SHOP.use(order, 10, 0);
        SHOP.at("2026-10-20T00:00:00").use(order, 10, 0);
        // Units of the month are counted through: of the second ten, five are in the first tier.
        assertThat(total(order)).isEqualTo("35.00");
        SHOP.settle(order);
        // Late, of before: it costs the old price, and moves what follows.
        SHOP.use(order, Shop.local("2026-10-19T23:59:59"), 2, 0);
        assertThat(total(order)).isEqualTo("39.00");
        assertThat(SHOP.settle(order).charged()).isEqualTo("39.00");
        assertThat(SHOP.prices.versions(model.list()))
                .extracting(PriceView::validTo)
                .contains(dearer.validFrom());
        assertThat(agree()).isNull();
    }

    @Test
    void pricesDoNotOverlapAndNeverLookBack() {
        Subject model = Shop.model();
        PriceView first = SHOP.publish(model, A_YUAN_A_CALL, null);

        assertThat(SHOP.publish(model, A_YUAN_A_CALL, Shop.local("2026-10-12T00:00:00")))
                .isEqualTo(first);
        Tariff other = metered(UsageUnit.CALL, 1, tier(null, "1"));
        SHOP.publish(model, other, Shop.local("2026-10-13T00:00:00"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> SHOP.publish(model, A_YUAN_A_CALL, Shop.local("2026-10-12T00:00:00")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("price-retroactive"));
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> SHOP.publish(model, A_YUAN_A_CALL, SHOP.now().minusSeconds(1)));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> SHOP.publish(
                        model, metered(UsageUnit.TOKEN, 0, tier(null, "1")), Shop.local("2026-10-14T00:00:00")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("price-unlike"));
    }

    @Test
    void aClosedMonthIsCorrectedInTheNextBillWhichSaysSo() {
        UUID order = SHOP.open(payer, payee, metered(UsageUnit.CALL, 0, tier(10L, "2"), tier(null, "1")))
                .id();
        SHOP.use(order, 8, 0);
        SHOP.at("2026-11-02T00:00:00").night();
        BillView october = SHOP.bills(order).get(0);
        assertThat(october.bill().closed()).isTrue();
        assertThat(october.total()).isEqualTo("16.00");

        NewUsage late = new NewUsage(UUID.randomUUID(), order, Shop.local("2026-10-31T23:59:59"), 4, 0);
        SHOP.record(late);
        SHOP.record(late);
        SHOP.use(order, 1, 0);
        SHOP.at("2026-11-03T00:00:00").night();

        List<BillView> bills = SHOP.bills(order);
        assertThat(bills).hasSize(2).first().isEqualTo(october);
        // Two at 2, two at 1 for October; one of November.
        assertThat(bills.get(1).lines())
                .extracting(
                        BillLineView::period,
                        BillLineView::correction,
                        BillLineView::quantity,
                        line -> line.amount().toString())
                .containsExactly(tuple("2026-10", true, 4L, "6.00"), tuple("2026-11", false, 1L, "2.00"));
        assertThat(SHOP.bills
                        .events(bills.get(1).bill().id(), PageRequest.FIRST)
                        .content())
                .extracting(BilledEventView::period, BilledEventView::quantity)
                .containsExactly(tuple("2026-10", 4L), tuple("2026-11", 1L));
        assertThat(SHOP.settlement.get(order).paid()).isEqualTo("24.00");
        assertThat(agree()).isNull();
    }

    @Test
    void whatComesWithinADayOfTheMonthsEndIsInTime() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.at("2026-11-01T23:59:59").use(order, Shop.local("2026-10-31T12:00:00"), 1, 0);
        SHOP.night();
        assertThat(SHOP.bills(order).get(0).bill().closed()).isFalse();
        SHOP.at("2026-11-05T00:00:00").night();

        assertThat(SHOP.bills(order))
                .singleElement()
                .satisfies(bill -> assertThat(bill.bill().period()).isEqualTo("2026-10"))
                .satisfies(bill -> assertThat(bill.bill().closed()).isTrue());
    }

    @Test
    void anOpenBillShowsWhatIsNotRatedYet() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 3, 0);

        BillView first = SHOP.bills.preview(order);
        assertThat(first.bill().id()).isNull();
        assertThat(first.total()).isEqualTo("3.00");
        SHOP.settle(order);
        SHOP.use(order, 2, 0);

        BillView preview = SHOP.bills.preview(order);
        assertThat(preview.total()).isEqualTo("5.00");
        assertThat(preview.bill().charged()).isEqualTo("3.00");
        assertThat(SHOP.bills.get(preview.bill().id())).isEqualTo(preview);
    }

    @ParameterizedTest
    @EnumSource(
            value = UsageUnit.class,
            names = {"CALL", "TOKEN", "DAY"})
    void aPreviewIsExplainedDownToItsUsageRatedOrNot(UsageUnit unit) {
        UUID order = SHOP.open(payer, payee, metered(unit, 1, tier(2L, "1"), tier(null, "0.5")))
                .id();
        SHOP.use(order, 2, 30);
        SHOP.at("2026-11-02T00:00:00").night();
        // October is closed: what comes late stands in November's bill.
        SHOP.use(order, Shop.local("2026-10-31T12:00:00"), 1, 20);
        SHOP.use(order, 1, 10);
        assertThat(explained(order)).extracting(BilledEventView::rated).containsExactly(false, false);

        SHOP.settle(order);
        SHOP.later(java.time.Duration.ofMinutes(1)).use(order, 3, 5);

        List<BilledEventView> events = explained(order);
        assertThat(events).extracting(BilledEventView::rated).containsExactly(true, true, false);
        UUID bill = SHOP.bills.preview(order).bill().id();
        assertThat(SHOP.bills.events(bill, PageRequest.FIRST).content()).isEqualTo(events);
    }

    /** The events of the preview, page by page, once their quantities are those of its lines. */
    private static List<BilledEventView> explained(UUID order) {
        List<BilledEventView> events = new ArrayList<>();
        Page<BilledEventView> page;
        do {
            page = SHOP.bills.previewedEvents(order, new PageRequest(events.size() + 1, 1, List.of()));
            events.addAll(page.content());
        } while (events.size() < page.total());
        List<BillLineView> lines = SHOP.bills.preview(order).lines();
        assertThat(lines).allSatisfy(line -> {
            List<BilledEventView> its = events.stream()
                    .filter(event -> event.period().equals(line.period()))
                    .filter(event -> event.priceId().equals(line.priceId()))
                    .toList();
            assertThat(its.stream().mapToLong(BilledEventView::quantity).sum()).isEqualTo(line.quantity());
            assertThat(its).hasSize((int) line.events());
        });
        assertThat(lines.stream().mapToLong(BillLineView::events).sum()).isEqualTo(events.size());
        return events;
    }

    @Test
    void whatABalanceDoesNotCoverStaysDueAndTheOldestIsPaidFirst() {
        UUID poor = UUID.randomUUID();
        UUID order = SHOP.open(poor, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 50, 0);
        SHOP.night();
        SHOP.later(java.time.Duration.ofDays(1)).use(order, 1, 0);
        SHOP.books.deposit(poor, "10");
        SHOP.night();

        assertThat(SHOP.settlement.get(order).due()).isEqualTo("51.00");
        SHOP.books.deposit(poor, "40.50");
        SHOP.night();
        assertThat(SHOP.settlement.get(order).due()).isEqualTo("1.00");
        assertThat(SHOP.prepaid(poor)).isEqualTo("0.50");
        assertThat(agree()).isNull();
    }

    @Test
    void theNightPaysOutToWhoHasSaidWhere() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 100, 0);
        SHOP.night();
        assertThat(SHOP.payable(payee)).isEqualTo("97.50");
        SHOP.pay(order);
        SHOP.use(order, 100, 0);
        SHOP.night();

        assertThat(SHOP.payable(payee)).isEqualTo("0.00");
        assertThat(SHOP.payouts.get(order).paidOut()).isEqualTo("195.00");
        assertThat(agree()).isNull();
    }

    @Test
    void whatAnAdministratorReversesIsNotPaidOut() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 100, 0);
        UUID transfer = SHOP.settle(order).transfer();
        SHOP.books.commit(() -> SHOP.books.ledger().reverse(transfer, "broken"));

        assertThat(SHOP.pay(order).amount()).isEqualTo("0.00");
        assertThat(SHOP.payouts.get(order).earned()).isEqualTo("0.00");
    }

    @Test
    void bothSidesSeeOrdersAndBillsAndNobodyElse() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 1, 0);
        SHOP.settle(order);
        for (UUID side : List.of(payer, payee)) {
            SHOP.calls(side, Role.CONSUMER);
            assertThat(SHOP.bills.orders(PageRequest.FIRST).content()).hasSize(1);
            assertThat(SHOP.bills(order)).hasSize(1);
        }
        UUID bill = SHOP.bills(order).get(0).bill().id();

        SHOP.calls(UUID.randomUUID(), Role.OPERATOR);

        assertThat(SHOP.bills.orders(PageRequest.FIRST).total()).isZero();
        assertThat(SHOP.bills.page(order, PageRequest.FIRST).content()).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> SHOP.bills.order(order));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> SHOP.bills.preview(order));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> SHOP.bills.previewedEvents(order, PageRequest.FIRST));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> SHOP.bills.get(bill));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> SHOP.bills.events(bill, PageRequest.FIRST));
        SHOP.calls(payer, Role.DEVICE);
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> SHOP.bills.orders(PageRequest.FIRST));
    }

    private static String total(UUID order) {
        return SHOP.bills.preview(order).total().toString();
    }

    private static String agree() {
        return SHOP.reconciliation.difference().orElse(null);
    }

    private static Tier tier(Long upTo, String price) {
        return new Tier(upTo, new BigDecimal(price));
    }

    private static Tariff metered(UsageUnit unit, long free, Tier... tiers) {
        return new Tariff(BillingType.METERED, unit, List.of(tiers), free);
    }
}
