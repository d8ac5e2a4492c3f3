package org.computility.settlement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.identity.accounts.OrganisationView;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Books;
import org.computility.settlement.ledger.TransferKind;
import org.computility.settlement.ledger.TransferView;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepositsTest {

    private static final Books BOOKS = new Books("0");

    private final UUID organisation = UUID.randomUUID();
    private final String reference = "bank " + organisation;
    private final Deposits deposits = new Deposits();

    @BeforeEach
    void assemble() {
        deposits.ledger = BOOKS.ledger();
        deposits.caller = new CurrentCaller();
        deposits.organisations = new OrganisationAdministration() {
            @Override
            public OrganisationView get(UUID id) {
                if (!id.equals(organisation)) {
                    throw new NotFound("organisation-unknown", "No such organisation.");
                }
                return new OrganisationView(id, "one", Instant.EPOCH);
            }
        };
        calls(Role.ADMINISTRATOR);
    }

    @Test
    void moneyIsPaidInOnceAReference() {
        TransferView first = paid("500");

        assertThat(first.kind()).isEqualTo(TransferKind.DEPOSIT);
        assertThat(first.subject()).isEqualTo(reference);
        assertThat(paid("500.00")).isEqualTo(first);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> paid("500.01"));
        assertThat(BOOKS.ledger().balance(AccountKey.prepaid(organisation), Money.CNY))
                .isEqualTo(Money.yuan("500"));
    }

    @Test
    void whatWasPaidInByMistakeIsUndone() {
        TransferView paid = paid("500");

        TransferView undone = BOOKS.commit(() -> deposits.reverse(paid.id(), "twice"));

        assertThat(undone.reverses()).isEqualTo(paid.id());
        assertThat(BOOKS.ledger().balance(AccountKey.prepaid(organisation), Money.CNY))
                .isEqualTo(Money.zero(Money.CNY));
    }

    @Test
    void nobodyPaysForAnOrganisationThatIsNone() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> deposits.record(new NewDeposit(UUID.randomUUID(), Money.yuan("1"), reference)));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyAdministratorsRecordAndUndo(Role role) {
        calls(role);

        assertThatExceptionOfType(Denied.class).isThrownBy(() -> paid("1"));
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> deposits.reverse(UUID.randomUUID(), "mine"));
    }

    private TransferView paid(String amount) {
        return BOOKS.commit(() -> deposits.record(new NewDeposit(organisation, Money.yuan(amount), reference)));
    }

    private void calls(Role role) {
        deposits.caller.set(new Caller(UUID.randomUUID(), "somebody", organisation, Set.of(role), null));
    }
}
