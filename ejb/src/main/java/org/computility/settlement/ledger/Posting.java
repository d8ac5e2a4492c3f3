package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final Map<UUID, LedgerTransfer> byId = new HashMap<>();
    private final Set<UUID> fresh = new HashSet<>();
    private final Map<UUID, TransferView> answers = new HashMap<>();
    private final List<LedgerEntry> written = new ArrayList<>();

    Posting(LedgerAccounts accounts, LedgerTransfers transfers, LedgerEntries entries, Clock clock) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.entries = entries;
        this.clock = clock;
    }

    /** What the accounts of these transfers hold, by their IDs; they stay locked. */
    Map<UUID, BigDecimal> hold(List<AskedTransfer> asked) {
        lock(asked);
        return locked.values().stream().collect(Collectors.toMap(LedgerAccount::id, LedgerAccount::balance));
    }

    /** In the order in which they are asked for. */
    List<TransferView> post(List<AskedTransfer> asked) {
        lock(asked);
        Instant at = time();
        // Only now: who sent the same transfer a moment ago has held the same accounts.
        add(asked, at);
        List<TransferView> posted = asked.stream().map(one -> post(one, at)).toList();
        if (!written.isEmpty()) {
            entries.add(written);
            accounts.move(changed());
        }
        return posted;
    }

    /** The transfers that are new; the others were made before, or come twice. */
    private void add(List<AskedTransfer> asked, Instant at) {
        asked.forEach(one -> byId.putIfAbsent(one.id(), LedgerTransfer.of(one, at)));
        fresh.addAll(transfers.add(byId.values()));
        UUID[] before = byId.keySet().stream().filter(id -> !fresh.contains(id)).toArray(UUID[]::new);
        if (before.length > 0) {
            transfers.of(before).forEach(transfer -> byId.put(transfer.id(), transfer));
        }
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
        LedgerTransfer transfer = byId.get(asked.id());
        transfer.answers(asked);
        return answers.computeIfAbsent(
                asked.id(), id -> transfer.view(fresh.contains(id) ? moved(asked, at) : entries(id)));
    }

    private List<EntryView> moved(AskedTransfer asked, Instant at) {
        return asked.entries().stream()
                .map(entry -> move(asked, entry, at))
                .sorted(Comparator.comparing((EntryView entry) -> entry.organisationId() == null)
                        .thenComparing(EntryView::account, Posting::compareAsDatabase))
                .toList();
    }

    private EntryView move(AskedTransfer asked, NewEntry entry, Instant at) {
        LedgerAccount account = locked.get(entry.account().id(asked.currency()));
        written.add(account.post(asked.id(), entry.amount().amount(), at));
        return account.entry(entry.amount().amount());
    }

    private List<EntryView> entries(UUID transfer) {
        return entries.of(transfer).stream().map(LedgerEntries.Moved::view).toList();
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
