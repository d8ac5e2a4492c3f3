package org.computility.settlement.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.shared.database.UniqueKey;

/**
 * Transfers that are posted together, in the running transaction: each account is locked once and changed once, however many
 * of the transfers move its money.
 */
final class Posting {

    private final LedgerAccounts accounts;
    private final LedgerTransfers transfers;
    private final LedgerEntries entries;
    private final Clock clock;

    private final Map<UUID, LedgerAccount> locked = new HashMap<>();
    private final Map<UUID, LedgerTransfer> known = new HashMap<>();
    private final Map<UUID, TransferView> answers = new HashMap<>();
    private final List<LedgerTransfer> made = new ArrayList<>();
    private final List<LedgerEntry> written = new ArrayList<>();

    Posting(LedgerAccounts accounts, LedgerTransfers transfers, LedgerEntries entries, Clock clock) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.entries = entries;
        this.clock = clock;
    }

    /** In the order in which they are asked for. */
    List<TransferView> post(List<AskedTransfer> asked) {
        lock(asked);
        // Only now: who sent the same transfer a moment ago has held the same accounts.
        transfers.of(asked.stream().map(AskedTransfer::id).toArray(UUID[]::new)).forEach(it -> known.put(it.id(), it));
        Instant at = time();
        List<TransferView> posted = asked.stream().map(one -> post(one, at)).toList();
        write();
        return posted;
    }

    private void lock(List<AskedTransfer> asked) {
        Map<String, List<AskedTransfer>> currencies = asked.stream()
                .collect(Collectors.groupingBy(AskedTransfer::currency, TreeMap::new, Collectors.toList()));
        currencies.forEach((currency, some) -> accounts.open(keys(some), currency, clock.instant()));
        UUID[] ids = asked.stream()
                .flatMap(one ->
                        one.entries().stream().map(entry -> entry.account().id(one.currency())))
                .distinct()
                .toArray(UUID[]::new);
        accounts.lock(ids).forEach(account -> locked.put(account.id(), account));
    }

    private static List<AccountKey> keys(List<AskedTransfer> asked) {
        return asked.stream()
                .flatMap(one -> one.entries().stream().map(NewEntry::account))
                .distinct()
                .toList();
    }

    /** Never before an earlier entry of an account, though the servers' clocks differ. */
    private Instant time() {
        return locked.values().stream()
                .map(LedgerAccount::changedAt)
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private TransferView post(AskedTransfer asked, Instant at) {
        LedgerTransfer before = known.get(asked.id());
        if (before != null) {
            before.answers(asked);
            return answers.computeIfAbsent(asked.id(), id -> before.view(entries(id)));
        }
        LedgerTransfer transfer = LedgerTransfer.of(asked, at);
        TransferView view = transfer.view(asked.entries().stream()
                .map(entry -> move(asked, entry, at))
                .sorted(Comparator.comparing((EntryView entry) -> entry.organisationId() == null)
                        .thenComparing(EntryView::account, Posting::compareAsDatabase))
                .toList());
        known.put(asked.id(), transfer);
        answers.put(asked.id(), view);
        made.add(transfer);
        return view;
    }

    private EntryView move(AskedTransfer asked, NewEntry entry, Instant at) {
        LedgerAccount account = locked.get(entry.account().id(asked.currency()));
        written.add(account.post(asked.id(), entry.amount().amount(), at));
        return account.entry(entry.amount().amount());
    }

    private List<EntryView> entries(UUID transfer) {
        return entries.of(transfer).stream().map(LedgerEntries.Moved::view).toList();
    }

    private void write() {
        if (made.isEmpty()) {
            return;
        }
        UniqueKey.keep(
                () -> transfers.add(made),
                () -> LedgerTransfer.reused(made.get(0).id()));
        entries.add(written);
        accounts.move(changed());
    }

    private Collection<LedgerAccount> changed() {
        Function<LedgerEntry, LedgerAccount> account = entry -> locked.get(entry.accountId());
        return written.stream().map(account).distinct().toList();
    }

    /** Java compares the halves of a UUID as signed numbers, PostgreSQL its bytes. */
    private static int compareAsDatabase(UUID one, UUID other) {
        int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
