package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.orders.TestOrders;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.usage.NewUsage;
import org.computility.settlement.usage.UsageView;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.PaymentDue;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

/** Orders, admission, usage, settlement and payout: what other rooms use. */
class DoorsTest {

    private static final Shop SHOP = new Shop("2.5", Shop.local("2026-11-10T08:00:00"));
    private static final Tariff A_YUAN_A_CALL = Tariff.flat(BillingType.METERED, UsageUnit.CALL, BigDecimal.ONE);

    private final UUID payer = UUID.randomUUID();
    private final UUID payee = UUID.randomUUID();

    @Test
    void usageIsPaidLessTheFeeAndPaidOut() {
        SHOP.books.deposit(payer, "100");
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 19, 0);

        SettlementView settled = SHOP.settle(order);

        assertThat(settled.charged()).isEqualTo("19.00");
        assertThat(settled.paid()).isEqualTo("19.00");
        assertThat(settled.due()).isEqualTo("0.00");
        assertThat(SHOP.prepaid(payer)).isEqualTo("81.00");
        assertThat(SHOP.payable(payee)).isEqualTo("18.52");
        assertThat(SHOP.settle(order)).isEqualTo(settled);

        PayoutView paid = SHOP.pay(order);

        assertThat(paid.amount()).isEqualTo("18.52");
        assertThat(SHOP.payable(payee)).isEqualTo("0.00");
        assertThat(SHOP.pay(order)).isEqualTo(paid);
        SHOP.use(order, 1, 0);
        SHOP.settle(order);
        assertThat(SHOP.pay(order).amount()).isEqualTo("0.97");
        assertThat(SHOP.pay(order).paidOut()).isEqualTo("19.49");
    }

    @Test
    void nothingIsPaidOutBeforeItIsEarned() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();

        PayoutView nothing = SHOP.pay(order);

        assertThat(nothing.amount()).isEqualTo("0.00");
        assertThat(nothing.transfer()).isNull();
    }

    @Test
    void anOrderIsOpenedOnce() {
        NewOrder wanted =
                new NewOrder(UUID.randomUUID(), payer, payee, Shop.model(), Money.CNY, A_YUAN_A_CALL, null, null, 5L);
        OrderView opened = SHOP.open(wanted);

        assertThat(SHOP.open(wanted)).isEqualTo(opened);
        assertThat(SHOP.orders.get(opened.id())).isEqualTo(opened);
        NewOrder other =
                new NewOrder(wanted.id(), payer, payee, wanted.subject(), Money.CNY, A_YUAN_A_CALL, null, null, 6L);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> SHOP.open(other))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("order-reused"));
        refuses("price-unknown", () -> SHOP.open(payer, payee, null));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> SHOP.orders.get(UUID.randomUUID()));
    }

    @Test
    void aCallIsLetInWhileTermQuotaAndBalanceLast() {
        NewOrder wanted = new NewOrder(
                UUID.randomUUID(),
                payer,
                payee,
                Shop.model(),
                Money.CNY,
                A_YUAN_A_CALL,
                SHOP.now(),
                SHOP.now().plus(Duration.ofDays(2)),
                3L);
        UUID order = SHOP.open(wanted).id();

        refuses("balance-short", () -> SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO));
        SHOP.books.deposit(payer, "2.50");
        assertThat(SHOP.orders.admit(order, SHOP.now(), 0, new BigDecimal("1.50")))
                .isEqualTo(Money.yuan("1.00"));
        refuses("balance-short", () -> SHOP.orders.admit(order, SHOP.now(), 0, new BigDecimal("1.51")));
        refuses("order-not-begun", () -> SHOP.orders.admit(order, SHOP.now().minusSeconds(1), 0, BigDecimal.ZERO));
        refuses("order-ended", () -> SHOP.orders.admit(order, wanted.until(), 0, BigDecimal.ZERO));
        SHOP.use(order, 2, 0);
        // Of 2.50, two are owed though nothing is rated yet.
        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO))
                .withMessageContaining("0.50 CNY are missing");
        SHOP.books.deposit(payer, "100");
        SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO);
        SHOP.settle(order);
        SHOP.use(order, 1, 0);
        refuses("quota-used", () -> SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO));
    }

    @Test
    void whatIsSettledWhileACallIsAdmittedIsNotCountedTwice() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.books.deposit(payer, "2");
        SHOP.use(order, 2, 0);
        Orders admitting = TestOrders.over(
                SHOP.books.session(), Clock.systemUTC(), SHOP.prices, SHOP.rating, settlingAfter(order), null);

        refuses("balance-short", () -> admitting.admit(order, SHOP.now(), 0, BigDecimal.ZERO));
        assertThat(SHOP.prepaid(payer)).isEqualTo("0.00");
    }

    /** A ledger that tells a balance from which all that is owed is taken before anybody asks how much that is. */
    private static Ledger settlingAfter(UUID order) {
        return new Ledger() {
            @Override
            public Money balance(AccountKey account, String currency) {
                Money before = SHOP.books.ledger().balance(account, currency);
                SHOP.settle(order);
                return before;
            }
        };
    }

    @Test
    void aDayThatIsPaidLetsFurtherCallsIn() {
        Shop shop = new Shop("2.5", Shop.local("2026-11-10T08:00:00"));
        shop.books.deposit(payer, "100");
        Tariff daily = Tariff.flat(BillingType.METERED, UsageUnit.DAY, BigDecimal.ONE);
        NewOrder wanted =
                new NewOrder(UUID.randomUUID(), payer, payee, Shop.model(), Money.CNY, daily, shop.now(), null, 1L);
        UUID order = shop.open(wanted).id();
        shop.orders.admit(order, shop.now(), 0, BigDecimal.ZERO);
        shop.use(order, 1, 0);

        shop.orders.admit(order, shop.now(), 0, BigDecimal.ZERO);
        shop.settle(order);
        shop.orders.admit(order, shop.now(), 0, BigDecimal.ZERO);
        shop.later(Duration.ofDays(1));
        refuses("quota-used", () -> shop.orders.admit(order, shop.now(), 0, BigDecimal.ZERO));
    }

    @Test
    void aTermIsPaidAtItsOpeningAndUsedForNothing() {
        NewOrder wanted = new NewOrder(
                UUID.randomUUID(),
                payer,
                payee,
                Shop.model(),
                Money.CNY,
                Tariff.flat(BillingType.FIXED_TERM, UsageUnit.DAY, new BigDecimal("3")),
                SHOP.now(),
                SHOP.now().plus(Duration.ofDays(30)).plusSeconds(1),
                null);
        UUID order = SHOP.open(wanted).id();
        SHOP.books.deposit(payer, "92.99");

        refuses("balance-short", () -> SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO));
        refuses("balance-short", () -> SHOP.settle(order));
        SHOP.books.deposit(payer, "0.01");
        SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO);
        SHOP.use(order, 1000, 100_000);
        assertThat(SHOP.settle(order).paid()).isEqualTo("93.00");
        SHOP.orders.admit(order, SHOP.now(), 0, BigDecimal.ZERO);
        assertThat(SHOP.prepaid(payer)).isEqualTo("0.00");
    }

    @Test
    void aTermHasAnEndBehindItsBeginning() {
        Tariff daily = Tariff.flat(BillingType.FIXED_TERM, UsageUnit.DAY, BigDecimal.ONE);

        refuses("term-invalid", () -> SHOP.open(payer, payee, daily));
        refuses(
                "term-invalid",
                () -> SHOP.open(new NewOrder(
                        UUID.randomUUID(),
                        payer,
                        payee,
                        Shop.model(),
                        Money.CNY,
                        A_YUAN_A_CALL,
                        SHOP.now(),
                        SHOP.now(),
                        null)));
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> Tariff.flat(BillingType.FIXED_TERM, UsageUnit.CALL, BigDecimal.ONE));
    }

    @Test
    void tooLittleChangesNothing() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        SHOP.use(order, 5, 0);

        refuses("balance-short", () -> SHOP.settle(order));

        assertThat(SHOP.settlement.get(order).charged()).isEqualTo("0.00");
        SHOP.books.deposit(payer, "5");
        assertThat(SHOP.settle(order).paid()).isEqualTo("5.00");
    }

    @Test
    void fiftyWhoRecordOneEventAreAnsweredTheSame() throws Exception {
        SHOP.books.deposit(payer, "10");
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();
        NewUsage used = new NewUsage(UUID.randomUUID(), order, SHOP.now(), 1, 7);
        ExecutorService many = Executors.newFixedThreadPool(50);
        try {
            Callable<UsageView> record = () -> SHOP.record(used);
            List<Future<UsageView>> answers = many.invokeAll(java.util.Collections.nCopies(50, record));
            UsageView first = answers.get(0).get();
            for (Future<UsageView> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            many.shutdown();
        }
        refuses("usage-reused", () -> SHOP.record(new NewUsage(used.eventId(), order, used.at(), 2, 7)));
        assertThat(SHOP.settle(order).charged()).isEqualTo("1.00");
        assertThat(SHOP.record(used).calls()).isEqualTo(1);
        assertThat(SHOP.settle(order).charged()).isEqualTo("1.00");
    }

    @Test
    void usageIsOfKnownOrdersInTheirTime() {
        UUID order = SHOP.open(payer, payee, A_YUAN_A_CALL).id();

        refuses("order-unknown", () -> SHOP.use(UUID.randomUUID(), 1, 0));
        refuses("member-invalid", () -> SHOP.use(order, -1, 0));
        refuses("member-invalid", () -> SHOP.use(order, SHOP.now().minusSeconds(1), 1, 0));
        refuses("member-invalid", () -> SHOP.use(order, SHOP.now().plusSeconds(301), 1, 0));
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable story) {
        assertThatExceptionOfType(BusinessFailure.class)
                .isThrownBy(story)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
