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

    /** One statement; the entries come after it, in the same transaction. */
    default void add(Collection<LedgerTransfer> made) {
        add(
                Columns.of(made, LedgerTransfer::id, UUID[]::new),
                Columns.of(made, transfer -> transfer.kind().name(), String[]::new),
                Columns.of(made, LedgerTransfer::subject, String[]::new),
                Columns.of(made, LedgerTransfer::currency, String[]::new),
                Columns.of(made, LedgerTransfer::entries, Integer[]::new),
                Columns.of(made, LedgerTransfer::fingerprint, byte[][]::new),
                Columns.of(made, LedgerTransfer::reverses, UUID[]::new),
                Columns.of(made, LedgerTransfer::at, Instant[]::new));
    }

    @SQL("""
            insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, reverses, at)
            select * from unnest(:ids, :kinds, :subjects, :currencies, :entries, :fingerprints, :reverses, :times)
            """)
    int add(
            UUID[] ids,
            String[] kinds,
            String[] subjects,
            String[] currencies,
            Integer[] entries,
            byte[][] fingerprints,
            UUID[] reverses,
            Instant[] times);
}
