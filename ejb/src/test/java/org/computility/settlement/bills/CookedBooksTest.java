package org.computility.settlement.bills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who changes the books by SQL is stopped by the database; who drops its triggers is found. */
class CookedBooksTest {

    private final Shop shop = new Shop("10", Shop.local("2026-10-10T08:00:00"));
    private final UUID payer = UUID.randomUUID();
    private final UUID payee = UUID.randomUUID();
    private UUID order;

    @BeforeEach
    void trade() {
        shop.books.deposit(payer, "1000");
        order = shop.open(payer, payee, Tariff.flat(BillingType.METERED, UsageUnit.CALL, BigDecimal.ONE))
                .id();
        shop.use(order, 10, 0);
        shop.pay(order);
        shop.night();
        shop.at("2026-11-03T00:00:00").night();
    }

    @Test
    void theBooksAgree() {
        assertThat(shop.prepaid(payer)).isEqualTo("990.00");
        assertThat(shop.payouts.get(order).paidOut()).isEqualTo("9.00");
        assertThat(shop.reconciliation.difference()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "update usage_record set calls = 11",
        "update usage_record set quantity = 11",
        "delete from usage_record",
        "update bill_line set amount = 9",
        "delete from bill_line",
        "update bill set closed_at = null",
        "delete from bill",
        "update charge set amount = 9",
        "delete from charge",
        "update payout set amount = 8",
        "delete from payout",
        "update ledger_batch set hash = ''",
        "delete from ledger_batch",
        "update price_version set free_quota = 1",
        "delete from price_version"
    })
    void nothingIsChangedAfterwards(String change) {
        assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> shop.books.write(change));
    }

    @ParameterizedTest
    @CsvSource({
        "usage_record, update usage_record set quantity = 11, ': the line of 2026-10 has 10 units, its usage 11'",
        "bill_line, update bill_line set quantity = 11, ': the line of 2026-10 has 11 units, its usage 10'",
        "bill_line, update bill_line set amount = 9.99, ': 2026-10 was charged 9.99 at one price, and costs 10.00'",
        "charge, update charge set amount = 9.99, 'its lines come to 10.00, its charges to 9.99'",
        "charge, update charge set transfer_id = null, ': the payer gave 10.00, charged was 0'",
        "payout, update payout set amount = 8.99, ': the payee got 9.00, paid out was 8.99'",
        "payout, delete from payout, ': the payee got 9.00, paid out was 0'",
        "order_earnings, update order_earnings set earned = 8, "
                + "': kept are 8 earned and 9.00 paid out, its charges come to 9.00, its payouts to 9.00'",
        "ledger_account, update ledger_account set balance = 991 where kind = 'PREPAID', "
                + "': its balance is 991, its entries come to 990.00'",
        "ledger_entry, update ledger_entry set amount = 998 where account_version = 1 and amount = 1000, ''",
        "ledger_entry, update ledger_entry set balance_after = balance_after + 1 where account_version = 2, "
                + "'ledger batch of the transfers 1 to '",
        "ledger_transfer, update ledger_transfer set subject = 'a gift' where kind = 'USAGE', "
                + "'ledger batch of the transfers 1 to '",
        "audit_record, delete from audit_record, ': the audit trail has no record of it'",
        "ledger_batch, delete from ledger_batch where first_sequence = 1, ': no batch of the ledger is as it says'"
    })
    void aDifferenceIsNamed(String table, String change, String words) {
        shop.books.write("alter table " + table + " disable trigger all");
        shop.books.write(change);

        assertThat(shop.reconciliation.difference())
                .hasValueSatisfying(found -> assertThat(found).contains(words));
    }

    @Test
    void aTermThatCostsSomethingElseIsNamed() {
        Tariff daily = Tariff.flat(BillingType.FIXED_TERM, UsageUnit.DAY, BigDecimal.TEN);
        UUID term = shop.open(new NewOrder(
                        UUID.randomUUID(),
                        payer,
                        payee,
                        Shop.model(),
                        Money.CNY,
                        daily,
                        shop.now(),
                        shop.now().plus(Duration.ofDays(3)),
                        null))
                .id();
        shop.use(term, 5, 0);
        shop.night();
        assertThat(shop.reconciliation.difference()).isEmpty();

        shop.books.write("alter table bill_line disable trigger all");
        shop.books.write("alter table charge disable trigger all");
        shop.books.write("update bill_line set amount = 29 where kind = 'TERM'");

        assertThat(shop.reconciliation.difference())
                .hasValue("order " + term + ": TERM of 3 units in 2026-11 was charged 29.00, and costs 30.00");

        shop.books.write("update bill_line set amount = 30 where kind = 'TERM'");
        shop.books.write("update bill_line set amount = 1 where kind = 'USAGE' and order_id = '" + term + "'");
        assertThat(shop.reconciliation.difference())
                .hasValue("order " + term + ": USAGE of 5 units in 2026-11 was charged 1.00, and costs 0.00");
    }

    @Test
    void usageThatNoPriceCoversIsNamed() {
        shop.use(order, 1, 0);
        assertThat(shop.reconciliation.difference()).isEmpty();

        shop.books.write("alter table price_version disable trigger all");
        shop.books.write("update price_version set valid_to = '2026-11-02T00:00:00Z'");

        assertThat(shop.reconciliation.difference())
                .hasValue("order " + order + ": 1 events are not rated, since no price covers them");
    }
}
