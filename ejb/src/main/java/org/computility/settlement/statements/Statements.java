package org.computility.settlement.statements;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.TransferView;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** The ledger for its readers: an organisation's own accounts and what moved on them; everything for administrators. */
@Stateless
public class Statements {

    @Inject
    StatedAccounts accounts;

    @Inject
    StatedEntries entries;

    @EJB
    Ledger ledger;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Accounts and their balances, the first opened first.
     *
     * @param organisationId whose; null: all that the caller sees
     */
    public Page<BalanceView> accounts(UUID organisationId, PageRequest page) {
        Caller known = caller.require(Role.READERS);
        UUID wanted = organisationId == null ? known.scope() : organisationId;
        if (wanted != null && !known.sees(wanted)) {
            return new Page<>(List.of(), 0, page);
        }
        return accounts.page(wanted, page).map(StatedAccount::view);
    }

    /** What moved on an account, the latest first; NotFound {@code ledger-account-unknown}. */
    public Page<StatedEntryView> entries(StatementSearch search, PageRequest page) {
        Caller known = caller.require(Role.READERS);
        know(search.account(), known);
        List<StatedEntryView> some =
                entries.page(search.account(), search.begin(), search.end(), page.size(), page.offset());
        return new Page<>(some, entries.total(search.account(), search.begin(), search.end()), page);
    }

    /** A transfer on an account that the caller sees; else NotFound {@code transfer-unknown}. */
    public RecordedTransferView transfer(UUID id) {
        Caller known = caller.require(Role.READERS);
        TransferView found = ledger.find(id)
                .filter(transfer -> transfer.entries().stream().anyMatch(entry -> known.sees(entry.organisationId())))
                .orElseThrow(
                        () -> new NotFound("transfer-unknown", new Member("id"), "There is no transfer " + id + "."));
        StatedEntries.Place place = entries.place(id);
        return new RecordedTransferView(found, place.sequence(), place.reversedBy());
    }

    /** Whether the books close at that instant; null: now. For administrators. */
    public TrialBalanceView trialBalance(Instant at) {
        caller.require(Role.ADMINISTRATOR);
        Instant asked = Objects.requireNonNullElseGet(at, clock::instant);
        return TrialBalanceView.of(asked, entries.balances(asked));
    }

    private void know(UUID account, Caller known) {
        if (accounts.find(account).filter(it -> known.sees(it.organisationId())).isEmpty()) {
            throw new NotFound(
                    "ledger-account-unknown",
                    new Member("account"),
                    "There is no account " + account + " in the ledger.");
        }
    }
}
