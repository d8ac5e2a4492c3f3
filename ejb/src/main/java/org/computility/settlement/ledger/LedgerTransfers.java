package org.computility.settlement.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code ledger_transfer}. */
interface LedgerTransfers {

    StatelessSession session();

    @Find
    Optional<LedgerTransfer> find(UUID id);

    @SQL("select * from ledger_transfer where id = any(:ids)")
    List<LedgerTransfer> of(UUID[] ids);

    /** Those that are new, by their IDs, in one statement; their entries come after it, in the same transaction. */
    default List<UUID> add(Collection<LedgerTransfer> made) {
        return add(
                Columns.of(made, LedgerTransfer::id, UUID[]::new),
                Columns.of(made, transfer -> transfer.kind().name(), String[]::new),
                Columns.of(made, LedgerTransfer::subject, String[]::new),
                Columns.of(made, LedgerTransfer::currency, String[]::new),
                Columns.of(made, LedgerTransfer::entries, Integer[]::new),
                Columns.of(made, LedgerTransfer::fingerprint, byte[][]::new),
                Columns.of(made, LedgerTransfer::reverses, UUID[]::new),
                Columns.of(made, LedgerTransfer::at, Instant[]::new));
    }

    /** Where an ID is being made by somebody else, it waits for that; all insert in the order of the IDs. */
    @SQL("""
            with added as (
                insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, reverses, at)
                select * from unnest(:ids, :kinds, :subjects, :currencies, :entries, :fingerprints, :reverses, :times) t (id)
                order by t.id on conflict (id) do nothing returning id)
            select id from added
            """)
    List<UUID> add(
            UUID[] ids,
            String[] kinds,
            String[] subjects,
            String[] currencies,
            Integer[] entries,
            byte[][] fingerprints,
            UUID[] reverses,
            Instant[] times);
}
