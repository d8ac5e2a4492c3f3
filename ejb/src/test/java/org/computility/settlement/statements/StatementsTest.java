package org.computility.settlement.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.AccountKind;
import org.computility.settlement.ledger.Books;
import org.computility.settlement.ledger.NewPurchase;
import org.computility.settlement.ledger.TransferView;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementsTest {

    private static final Books BOOKS = new Books("5");

    private final UUID buyer = UUID.randomUUID();
    private final UUID seller = UUID.randomUUID();
    private final Statements statements = new Statements();
    private TransferView deposit;
    private TransferView purchase;

    @BeforeEach
    void trade() {
        statements.accounts = new StatedAccounts_(BOOKS.session());
        statements.entries = new StatedEntries_(BOOKS.session());
        statements.ledger = BOOKS.ledger();
        statements.caller = new CurrentCaller();
        statements.clock = Clock.systemUTC();
        deposit = BOOKS.deposit(buyer, "100");
        NewPurchase wanted = new NewPurchase(UUID.randomUUID(), buyer, seller, Money.yuan("60"), "order 4711");
        purchase = BOOKS.commit(() -> BOOKS.ledger().buy(wanted));
    }

    @Test
    void anOrganisationSeesItsOwnAccounts() {
        calls(seller, Role.PROVIDER);

        assertThat(statements.accounts(null, PageRequest.FIRST).content())
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.organisationId()).isEqualTo(seller);
                    assertThat(account.kind()).isEqualTo(AccountKind.PAYABLE);
                    assertThat(account.balance()).isEqualTo(new BigDecimal("57.00"));
                    assertThat(account.version()).isEqualTo(1);
                    assertThat(account.changedAt()).isEqualTo(purchase.at());
                });
        assertThat(statements.accounts(buyer, PageRequest.FIRST).content()).isEmpty();
    }

    @Test
    void anAdministratorSeesAllAndThoseOfThePlatform() {
        calls(seller, Role.ADMINISTRATOR);

        assertThat(statements
                        .accounts(null, new PageRequest(1, 1000, List.of()))
                        .content())
                .extracting(BalanceView::kind)
                .contains(AccountKind.values());
        assertThat(statements.accounts(buyer, PageRequest.FIRST).content())
                .extracting(BalanceView::id)
                .containsExactly(id(AccountKey.prepaid(buyer)));
    }

    @Test
    void aStatementHasTheLatestFirstPageByPage() {
        calls(buyer, Role.CONSUMER);
        StatementSearch all = new StatementSearch(id(AccountKey.prepaid(buyer)), null, null);

        Page<StatedEntryView> first = statements.entries(all, new PageRequest(1, 1, List.of()));
        Page<StatedEntryView> second = statements.entries(all, new PageRequest(2, 1, List.of()));

        assertThat(first.total()).isEqualTo(2);
        assertThat(first.content()).singleElement().satisfies(entry -> {
            assertThat(entry.transfer()).isEqualTo(purchase.id());
            assertThat(entry.kind()).isEqualTo("PURCHASE");
            assertThat(entry.subject()).isEqualTo("order 4711");
            assertThat(entry.version()).isEqualTo(2);
            assertThat(entry.amount()).isEqualTo(new BigDecimal("-60.00"));
            assertThat(entry.balanceAfter()).isEqualTo(new BigDecimal("40.00"));
        });
        assertThat(second.content()).extracting(StatedEntryView::transfer).containsExactly(deposit.id());
        assertThat(second.content().get(0).sequence())
                .isLessThan(first.content().get(0).sequence());
    }

    @Test
    void aStatementBeginsAndEndsWhereItIsAsked() {
        calls(buyer, Role.CONSUMER);
        UUID account = id(AccountKey.prepaid(buyer));

        assertThat(found(account, purchase.at(), null)).containsExactly(purchase.id());
        assertThat(found(account, null, purchase.at())).containsExactly(deposit.id());
        assertThat(found(account, purchase.at(), purchase.at())).isEmpty();
    }

    @Test
    void othersAccountsAndTransfersDoNotExist() {
        calls(UUID.randomUUID(), Role.OPERATOR);

        for (AccountKey key : List.of(AccountKey.prepaid(buyer), AccountKey.CASH)) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> found(id(key), null, null))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("ledger-account-unknown"));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> statements.transfer(purchase.id()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("transfer-unknown"));
    }

    @Test
    void bothSidesSeeATransferAndWhatUndidIt() {
        calls(seller, Role.PROVIDER);
        RecordedTransferView before = statements.transfer(purchase.id());
        assertThat(before.transfer()).isEqualTo(purchase);
        assertThat(before.reversedBy()).isNull();

        TransferView undone = BOOKS.commit(() -> BOOKS.ledger().reverse(purchase.id(), "broken"));
        calls(buyer, Role.AUDITOR);

        assertThat(statements.transfer(purchase.id()))
                .isEqualTo(new RecordedTransferView(purchase, before.sequence(), undone.id()));
        assertThat(statements.transfer(undone.id()).sequence()).isGreaterThan(before.sequence());
    }

    @Test
    void theBooksCloseAtEveryInstant() {
        calls(buyer, Role.ADMINISTRATOR);

        for (Instant at : List.of(deposit.at().minusNanos(1000), deposit.at(), purchase.at(), Instant.MAX)) {
            Instant asked = at == Instant.MAX ? Instant.parse("9999-01-01T00:00:00Z") : at;
            TrialBalanceView trial = statements.trialBalance(asked);
            assertThat(trial.balanced()).isTrue();
            assertThat(trial.at()).isEqualTo(asked);
            trial.totals().values().forEach(total -> assertThat(total).isZero());
        }
        assertThat(statements.trialBalance(null).accounts())
                .extracting(KindBalanceView::kind)
                .containsExactly("CASH", "FEE", "PAYABLE", "PREPAID");
    }

    @Test
    void lookingBackShowsWhatWasThere() {
        calls(buyer, Role.ADMINISTRATOR);
        BigDecimal paidIn = prepaid(deposit.at()).subtract(prepaid(deposit.at().minusNanos(1000)));

        assertThat(paidIn).isEqualByComparingTo("100");
        assertThat(prepaid(purchase.at()).subtract(prepaid(deposit.at()))).isEqualByComparingTo("-60");
    }

    @Test
    void totalsThatAreNotZeroWouldShow() {
        TrialBalanceView broken = TrialBalanceView.of(
                Instant.EPOCH,
                List.of(
                        new KindBalanceView("CASH", "CNY", new BigDecimal("-1.00")),
                        new KindBalanceView("PREPAID", "CNY", new BigDecimal("1.01")),
                        new KindBalanceView("CASH", "USD", BigDecimal.ZERO)));

        assertThat(broken.balanced()).isFalse();
        assertThat(broken.totals()).containsEntry("CNY", new BigDecimal("0.01")).containsKey("USD");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAdministratorsSeeWhetherTheBooksClose(Role role) {
        calls(buyer, role);

        assertThatExceptionOfType(Denied.class).isThrownBy(() -> statements.trialBalance(null));
    }

    @Test
    void devicesReadNothing() {
        calls(buyer, Role.DEVICE);

        assertThatExceptionOfType(Denied.class).isThrownBy(() -> statements.accounts(null, PageRequest.FIRST));
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> found(id(AccountKey.prepaid(buyer)), null, null));
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> statements.transfer(purchase.id()));
    }

    private void calls(UUID organisation, Role role) {
        statements.caller.set(new Caller(UUID.randomUUID(), "somebody", organisation, Set.of(role), null));
    }

    private List<UUID> found(UUID account, Instant from, Instant to) {
        return statements.entries(new StatementSearch(account, from, to), PageRequest.FIRST).content().stream()
                .map(StatedEntryView::transfer)
                .toList();
    }

    private BigDecimal prepaid(Instant at) {
        return statements.trialBalance(at).accounts().stream()
                .filter(line -> line.kind().equals("PREPAID"))
                .map(KindBalanceView::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static UUID id(AccountKey key) {
        return key.id(Money.CNY);
    }
}
