package org.computility.settlement.statements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code ledger_entry}, to be read. */
interface StatedEntries {

    StatelessSession session();

    /** The latest first. */
    @SQL("""
            select e.account_version, e.at, o.sequence, t.id, t.kind, t.subject, e.amount, e.balance_after
            from ledger_entry e
            join ledger_transfer t on t.id = e.transfer_id
            join ledger_order o on o.transfer_id = e.transfer_id
            where e.account_id = :account and e.at >= :begin and e.at < :end
            order by e.account_version desc limit :size offset :offset
            """)
    List<StatedEntryView> page(UUID account, Instant begin, Instant end, int size, long offset);

    @SQL("select count(*) from ledger_entry where account_id = :account and at >= :begin and at < :end")
    long total(UUID account, Instant begin, Instant end);

    /** From the entries, not from the balances: the two agree, and this one can look back. */
    @SQL("""
            select a.kind, a.currency, sum(e.amount)
            from ledger_entry e join ledger_account a on a.id = e.account_id
            where e.at <= :at group by a.kind, a.currency order by a.currency, a.kind
            """)
    List<KindBalanceView> balances(Instant at);

    /** Where a transfer stands, and what undid it. */
    record Place(long sequence, UUID reversedBy) {}

    @SQL("""
            select o.sequence, r.id from ledger_order o left join ledger_transfer r on r.reverses = o.transfer_id
            where o.transfer_id = :transfer
            """)
    Place place(UUID transfer);
}
