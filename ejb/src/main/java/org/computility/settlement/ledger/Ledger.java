package org.computility.settlement.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.SettlementConfig;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/**
 * The door for rooms and jobs that move money inside their own transaction: what they post is committed with it, or not at
 * all. Whether the caller may has been checked before.
 *
 * <p>An ID is processed once: the same transfer again answers the first result, another one under its ID is refused by
 * Conflict {@code transfer-reused}. What would take more from a prepaid balance than it holds is refused by PaymentDue
 * {@code balance-short}, which says how much is missing. Accounts are locked until the transaction ends; who posts more than
 * one transfer in it posts them by one call, so that two such transactions do not wait for each other.
 */
@Stateless
public class Ledger {

    @Inject
    LedgerAccounts accounts;

    @Inject
    LedgerTransfers transfers;

    @Inject
    LedgerEntries entries;

    @Inject
    Event<TransferReversed> reversed;

    @Inject
    Clock clock;

    SettlementConfig config;

    @PostConstruct
    void configure() {
        config = SettlementConfig.current();
    }

    /** Moves money. */
    public TransferView post(NewTransfer transfer) {
        return post(AskedTransfer.of(transfer));
    }

    /** Moves money for many at once: all of them, or none. The answers are in the same order. */
    public List<TransferView> postAll(List<NewTransfer> many) {
        return posting().post(many.stream().map(AskedTransfer::of).toList());
    }

    /**
     * Locks the accounts of transfers of which some are to be posted, and says what each holds, by its ID. Who asks for it
     * decides which the balances cover, and then posts these by one call.
     */
    public Map<UUID, BigDecimal> hold(List<NewTransfer> many) {
        return posting().hold(many.stream().map(AskedTransfer::of).toList());
    }

    /** The buyer's prepaid balance pays the price to the seller, less the platform's fee of now. */
    public TransferView buy(NewPurchase purchase) {
        Money fee = purchase.price().percent(config.marketFee());
        return post(AskedTransfer.of(purchase, fee));
    }

    /**
     * Undoes a transfer, once: again with the same reason answers the first result, with another one Conflict
     * {@code transfer-reused}. NotFound {@code transfer-unknown}; Conflict {@code transfer-irreversible} for a reversal.
     */
    public TransferView reverse(UUID id, String reason) {
        TransferView transfer = find(id).orElseThrow(
                        () -> new NotFound("transfer-unknown", new Member("id"), "There is no transfer " + id + "."));
        if (transfer.kind() == TransferKind.REVERSAL) {
            throw new Conflict("transfer-irreversible", "A reversal is not reversed: make the transfer anew.");
        }
        TransferView reversal = post(AskedTransfer.reversing(transfer, reason));
        reversed.fire(new TransferReversed(id));
        return reversal;
    }

    /** The transfer of this ID, if it was made. */
    public Optional<TransferView> find(UUID id) {
        return transfers
                .find(id)
                .map(transfer -> transfer.view(
                        entries.of(id).stream().map(LedgerEntries.Moved::view).toList()));
    }

    /** What the account holds now; nothing where it was never used. */
    public Money balance(AccountKey account, String currency) {
        return accounts.find(account.id(currency))
                .map(found -> new Money(found.balance(), currency))
                .orElseGet(() -> Money.zero(currency));
    }

    private TransferView post(AskedTransfer transfer) {
        return posting().post(List.of(transfer)).get(0);
    }

    private Posting posting() {
        return new Posting(accounts, transfers, entries, clock);
    }
}
