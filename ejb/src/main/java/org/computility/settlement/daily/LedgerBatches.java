package org.computility.settlement.daily;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code ledger_batch}. */
interface LedgerBatches {

    StatelessSession session();

    /** Waits until all others that seal, on all servers, are done; later ones wait for this transaction. */
    @SQL("select cast(pg_advisory_xact_lock(:key) as text)")
    String lock(long key);

    /** A batch that was sealed. */
    record Sealed(long first, long last, String hash) {}

    /** Seals the next transfers behind the last batch, at most so many; none where all are sealed. */
    @SQL("""
            with next as (
                select min(sequence) as first, max(sequence) as last from (
                    select sequence from ledger_order
                    where sequence > coalesce((select max(last_sequence) from ledger_batch), 0)
                    order by sequence limit :most) unsealed)
            insert into ledger_batch (first_sequence, last_sequence, hash, sealed_at)
            select first, last, ledger_hash(first, last), :now from next where first is not null
            returning first_sequence, last_sequence, hash
            """)
    List<Sealed> seal(int most, Instant now);
}
