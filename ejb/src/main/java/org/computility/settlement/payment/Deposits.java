package org.computility.settlement.payment;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.ledger.NewEntry;
import org.computility.settlement.ledger.NewTransfer;
import org.computility.settlement.ledger.TransferKind;
import org.computility.settlement.ledger.TransferView;

/** Money that comes in, and corrections. For administrators: an operator of an organisation could pay in what nobody paid. */
@Stateless
public class Deposits {

    @EJB
    Ledger ledger;

    @EJB
    OrganisationAdministration organisations;

    @Inject
    CurrentCaller caller;

    /**
     * Adds to the organisation's prepaid balance, once a reference: the same again answers the first result, another amount
     * or organisation is refused by Conflict {@code transfer-reused}. NotFound {@code organisation-unknown}.
     */
    public TransferView record(NewDeposit deposit) {
        caller.require(Role.ADMINISTRATOR);
        organisations.get(deposit.organisationId());
        UUID id = NamedId.of("deposit", deposit.reference());
        Money amount = deposit.amount();
        return ledger.post(new NewTransfer(
                id,
                TransferKind.DEPOSIT,
                deposit.reference(),
                List.of(
                        new NewEntry(AccountKey.prepaid(deposit.organisationId()), amount),
                        new NewEntry(AccountKey.CASH, amount.negated()))));
    }

    /** Undoes a transfer, as {@link Ledger#reverse} says. */
    public TransferView reverse(UUID transfer, String reason) {
        caller.require(Role.ADMINISTRATOR);
        return ledger.reverse(transfer, reason);
    }
}
