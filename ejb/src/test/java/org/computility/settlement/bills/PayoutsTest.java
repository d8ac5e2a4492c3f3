package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.computility.identity.Role;
import org.computility.settlement.daily.DailySettlement;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.settlement.daily.OrderRange;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.PageRequest;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.Schema;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid out is known without adding up all that was ever charged. */
class PayoutsTest {

    private static final Tariff A_YUAN_A_CALL = Tariff.flat(BillingType.METERED, UsageUnit.CALL, BigDecimal.ONE);
    private static final int CHARGES = 30;
    private static final Pattern READ = Pattern.compile("actual rows=(\\d+) loops=(\\d+)");

    private final ExplainedDatabase database = new ExplainedDatabase(TestDatabase.fresh());
    private final Shop shop = new Shop("10", Shop.local("2026-10-10T08:00:00"), database.explained());
    private final UUID payee = UUID.randomUUID();
    private final UUID payer = UUID.randomUUID();
    private UUID order;

    @BeforeEach
    void earnOften() {
        shop.books.deposit(payer, "1000");
        order = shop.open(payer, payee, A_YUAN_A_CALL).id();
        shop.pay(order);
        for (int i = 0; i < CHARGES; i++) {
            shop.use(order, 10, 0);
            shop.settle(order);
        }
        database.plans();
    }

    @Test
    void whoIsToBePaidIsFoundWithoutTheHistory() {
        List<OrderAtWork> found = shop.daily.toPayOut(DailySettlement.BEGINNING, OrderRange.ALL, 10);

        assertThat(found).extracting(OrderAtWork::id).containsExactly(order);
        assertThat(rowsRead()).isLessThan(CHARGES);
    }

    @Test
    void howMuchIsKnownWithoutTheHistory() {
        assertThat(shop.payouts.get(order).earned()).isEqualTo("270.00");

        assertThat(rowsRead()).isLessThan(CHARGES);
    }

    @Test
    void itsPayeeAndAdministratorsSeeWhereTheMoneyGoes() {
        UUID transfer = shop.pay(order).transfer();
        PageRequest all = new PageRequest(1, 10, List.of());

        assertThat(shop.made.page(all).content()).singleElement().satisfies(payout -> {
            assertThat(payout.id()).isEqualTo(transfer);
            assertThat(payout.orderId()).isEqualTo(order);
            assertThat(payout.number()).isEqualTo(1);
            assertThat(payout.account()).isEqualTo(AccountKey.payable(payee).id("CNY"));
            assertThat(payout.payee()).isEqualTo(payee);
            assertThat(payout.amount()).isEqualTo("270.00");
            assertThat(payout.currency()).isEqualTo("CNY");
            assertThat(payout.reference()).isEqualTo("order " + order + ", payout 1");
            assertThat(payout.creditInfo()).isEqualTo("{\"bank\":\"ICBC\"}");
            assertThat(payout.madeBy()).isEqualTo("provider");
            assertThat(payout.reversed()).isFalse();
        });
        shop.calls(payee, Role.PROVIDER);
        assertThat(shop.made.page(all).total()).isEqualTo(1);
        shop.calls(payer, Role.CONSUMER);
        assertThat(shop.made.page(all).content()).isEmpty();

        reverse("select cast(transfer_id as text) from payout");
        shop.calls(payee, Role.PROVIDER);
        assertThat(shop.made.page(all).content())
                .singleElement()
                .satisfies(payout -> assertThat(payout.reversed()).isTrue());
    }

    @Test
    void theLatestPayoutComesFirst() {
        shop.pay(order);
        shop.later(Duration.ofMinutes(1)).use(order, 10, 0);
        shop.settle(order);
        shop.pay(order);

        assertThat(shop.made.page(new PageRequest(1, 1, List.of())).content())
                .extracting(MadePayoutView::number)
                .containsExactly(2L);
        assertThat(shop.made.page(new PageRequest(2, 1, List.of())).content())
                .extracting(MadePayoutView::number)
                .containsExactly(1L);
    }

    @Test
    void whatIsReversedIsNotEarnedAndWhatCameBackIsPaidOutAgain() {
        assertThat(shop.pay(order).amount()).isEqualTo("270.00");
        assertThat(shop.daily.toPayOut(DailySettlement.BEGINNING, OrderRange.ALL, 10))
                .isEmpty();

        reverse("select cast(transfer_id as text) from payout");
        reverse("select min(cast(transfer_id as text)) from charge");

        assertThat(shop.payouts.get(order).earned()).isEqualTo("261.00");
        assertThat(shop.payouts.get(order).paidOut()).isEqualTo("0.00");
        assertThat(shop.daily.toPayOut(DailySettlement.BEGINNING, OrderRange.ALL, 10))
                .hasSize(1);
        assertThat(shop.pay(order).amount()).isEqualTo("261.00");
        assertThat(shop.payable(payee)).isEqualTo("0.00");
        assertThat(shop.reconciliation.difference()).isEmpty();
    }

    @Test
    void whatWasEarnedBeforeItWasKeptIsTakenOver() {
        DataSource old = TestDatabase.at("20261128230000");
        Shop before = new Shop("10", Shop.local("2026-10-10T08:00:00"), old);
        UUID payer = UUID.randomUUID();
        before.books.deposit(payer, "1000");
        UUID served = before.open(payer, payee, A_YUAN_A_CALL).id();
        before.use(served, 10, 0);
        before.settle(served);

        Schema.migrate(old);

        assertThat(before.reconciliation.difference()).isEmpty();
        assertThat(before.pay(served).amount()).isEqualTo("9.00");
        assertThat(before.reconciliation.difference()).isEmpty();
    }

    private void reverse(String transfer) {
        UUID id = UUID.fromString(
                shop.books.session().createNativeQuery(transfer, String.class).getSingleResult());
        shop.books.commit(() -> shop.books.ledger().reverse(id, "a mistake"));
    }

    private long rowsRead() {
        return database.plans().stream()
                .flatMap(plan -> READ.matcher(plan).results())
                .mapToLong(found -> Long.parseLong(found.group(1)) * Long.parseLong(found.group(2)))
                .sum();
    }
}
