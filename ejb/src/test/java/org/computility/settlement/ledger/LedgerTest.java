package org.computility.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.PaymentDue;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Books BOOKS = new Books("5");

    private final UUID buyer = UUID.randomUUID();
    private final UUID seller = UUID.randomUUID();
    private final Ledger ledger = BOOKS.ledger();

    @Test
    void aPurchasePaysTheSellerAndTheFee() {
        BigDecimal fees = BOOKS.balance(AccountKey.FEE);
        BOOKS.deposit(buyer, "100");
        UUID order = UUID.randomUUID();

        TransferView bought = BOOKS.buy(order, buyer, seller, "19.99");

        assertThat(bought.id()).isEqualTo(order);
        assertThat(bought.kind()).isEqualTo(TransferKind.PURCHASE);
        assertThat(bought.subject()).isEqualTo("order 4711");
        assertThat(bought.entries())
                .extracting(
                        EntryView::organisationId,
                        EntryView::kind,
                        entry -> entry.amount().toString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(buyer, AccountKind.PREPAID, "-19.99"),
                        org.assertj.core.groups.Tuple.tuple(seller, AccountKind.PAYABLE, "18.99"),
                        org.assertj.core.groups.Tuple.tuple(null, AccountKind.FEE, "1.00"));
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("80.01");
        assertThat(BOOKS.balance(AccountKey.payable(seller))).isEqualByComparingTo("18.99");
        assertThat(BOOKS.balance(AccountKey.FEE).subtract(fees)).isEqualByComparingTo("1.00");
        assertThat(ledger.find(order)).contains(bought);
    }

    @Test
    void tooLittleSaysHowMuchIsMissingAndChangesNothing() {
        BOOKS.deposit(buyer, "12.5");
        UUID order = UUID.randomUUID();

        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> BOOKS.buy(order, buyer, seller, "100"))
                .withMessageContaining("12.50 CNY")
                .withMessageContaining("87.50 CNY")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("balance-short"));

        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("12.5");
        assertThat(ledger.find(order)).isEmpty();
        assertThat(BOOKS.count("ledger_account where organisation_id = '" + seller + "'"))
                .isZero();
        BOOKS.buy(order, buyer, seller, "12.50");
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isZero();
    }

    @Test
    void theSameIdIsProcessedOnce() {
        BOOKS.deposit(buyer, "100");
        UUID order = UUID.randomUUID();
        TransferView first = BOOKS.buy(order, buyer, seller, "60");

        // The balance would not do for a second one.
        assertThat(BOOKS.buy(order, buyer, seller, "60.00")).isEqualTo(first);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> BOOKS.buy(order, buyer, seller, "6"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("transfer-reused"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.post(Books.deposit(order, seller, "60"))));

        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("40");
    }

    @Test
    void aRetryIsAnsweredThoughTheFeeHasChanged() {
        Books books = new Books("5");
        books.deposit(buyer, "100");
        UUID order = UUID.randomUUID();
        TransferView first = books.buy(order, buyer, seller, "60");

        books.fee("7");

        assertThat(books.buy(order, buyer, seller, "60")).isEqualTo(first);
    }

    @Test
    void manyArePostedTogetherInTheirOrder() {
        UUID id = UUID.randomUUID();
        NewTransfer one = Books.deposit(id, buyer, "10");
        NewTransfer other = Books.deposit(UUID.randomUUID(), buyer, "20");

        List<TransferView> posted = BOOKS.commit(() -> ledger.postAll(List.of(one, other, one)));

        assertThat(posted).extracting(TransferView::id).containsExactly(id, other.id(), id);
        assertThat(posted.get(2)).isEqualTo(posted.get(0));
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("30");
        assertThat(BOOKS.count("ledger_entry where account_id = '"
                        + AccountKey.prepaid(buyer).id(Money.CNY) + "'"))
                .isEqualTo(2);
    }

    @Test
    void ofManyOnlyTheNewOnesMoveMoney() {
        TransferView before = BOOKS.deposit(buyer, "10");
        NewTransfer again = Books.deposit(before.id(), buyer, "10");
        NewTransfer fresh = Books.deposit(UUID.randomUUID(), buyer, "20");

        List<TransferView> posted = BOOKS.commit(() -> ledger.postAll(List.of(again, fresh)));

        assertThat(posted.get(0)).isEqualTo(before);
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("30");
        NewTransfer other = Books.deposit(fresh.id(), buyer, "21");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.postAll(List.of(fresh, other))));
        NewTransfer once = Books.deposit(UUID.randomUUID(), buyer, "1");
        NewTransfer twice = Books.deposit(once.id(), buyer, "2");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.postAll(List.of(once, twice))));
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("30");
    }

    @Test
    void allOfManyAreRefusedWhereOneIs() {
        BOOKS.deposit(buyer, "10");
        NewTransfer good = Books.deposit(UUID.randomUUID(), seller, "10");
        NewTransfer bad = Books.deposit(UUID.randomUUID(), buyer, "-10.01");

        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.postAll(List.of(good, bad))))
                .withMessageContaining("0.01 CNY");

        assertThat(BOOKS.balance(AccountKey.prepaid(seller))).isZero();
    }

    @Test
    void aReversalUndoesATransferOnce() {
        BOOKS.deposit(buyer, "100");
        UUID order = UUID.randomUUID();
        BOOKS.buy(order, buyer, seller, "60");

        TransferView undone = BOOKS.commit(() -> ledger.reverse(order, "broken"));

        assertThat(undone.reverses()).isEqualTo(order);
        assertThat(undone.subject()).isEqualTo("broken");
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isEqualByComparingTo("100");
        assertThat(BOOKS.balance(AccountKey.payable(seller))).isZero();
        assertThat(BOOKS.commit(() -> ledger.reverse(order, "broken"))).isEqualTo(undone);
        refuses("transfer-reused", order, "another reason");
        refuses("transfer-irreversible", undone.id(), "changed my mind");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.reverse(UUID.randomUUID(), "none")));
    }

    @Test
    void whatIsSpentCannotBeTakenBack() {
        TransferView paidIn = BOOKS.deposit(buyer, "100");
        BOOKS.buy(UUID.randomUUID(), buyer, seller, "60");

        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.reverse(paidIn.id(), "bounced")))
                .withMessageContaining("60.00 CNY");
    }

    @Test
    void timesOfAnAccountNeverStepBackThoughClocksDo() {
        Books books = new Books("0");
        Instant late = Instant.parse("2026-11-28T08:00:00Z");
        books.at(late);
        books.deposit(buyer, "1");
        books.at(late.minusSeconds(5));

        assertThat(books.deposit(buyer, "1").at()).isEqualTo(late);
    }

    @Test
    void currenciesAreKeptApart() {
        Money dollars = new Money(BigDecimal.TEN, "USD");
        BOOKS.commit(() -> ledger.post(new NewTransfer(
                UUID.randomUUID(),
                TransferKind.DEPOSIT,
                "d",
                List.of(
                        new NewEntry(AccountKey.prepaid(buyer), dollars),
                        new NewEntry(AccountKey.CASH, dollars.negated())))));

        assertThat(ledger.balance(AccountKey.prepaid(buyer), "USD")).isEqualTo(dollars);
        assertThat(BOOKS.balance(AccountKey.prepaid(buyer))).isZero();
        assertThatExceptionOfType(PaymentDue.class).isThrownBy(() -> BOOKS.buy(UUID.randomUUID(), buyer, seller, "1"));
    }

    @Test
    void numbersOfTheOrderHaveNoGap() {
        BOOKS.deposit(buyer, "1");
        assertThatExceptionOfType(PaymentDue.class)
                .isThrownBy(() -> BOOKS.buy(UUID.randomUUID(), buyer, seller, "100"));
        BOOKS.deposit(buyer, "1");

        assertThat(BOOKS.count("ledger_order")).isEqualTo(BOOKS.count("ledger_transfer"));
        assertThat(BOOKS.count("ledger_order where sequence > (select count(*) from ledger_order)"))
                .isZero();
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        NewEntry one = new NewEntry(AccountKey.prepaid(buyer), Money.yuan("1"));
        NewEntry less = new NewEntry(AccountKey.CASH, Money.yuan("-0.99"));
        NewEntry dollar = new NewEntry(AccountKey.CASH, new Money(BigDecimal.ONE.negate(), "USD"));

        List.of(List.of(one), List.of(one, less), List.of(one, dollar), List.of(one, one))
                .forEach(entries -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new NewTransfer(UUID.randomUUID(), TransferKind.DEPOSIT, "d", entries)));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEntry(AccountKey.CASH, Money.yuan("0")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewPurchase(UUID.randomUUID(), buyer, seller, Money.yuan("0"), "gift"));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountKey.prepaid(null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountKey(buyer, AccountKind.CASH));
    }

    private void refuses(String code, UUID transfer, String reason) {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> BOOKS.commit(() -> ledger.reverse(transfer, reason)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
