package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code ledger_entry}. */
interface LedgerEntries {

    StatelessSession session();

    /** An entry beside its account. */
    record Moved(UUID account, UUID organisationId, String kind, BigDecimal amount, String currency) {

        EntryView view() {
            return new EntryView(account, organisationId, AccountKind.valueOf(kind), amount, currency);
        }
    }

    /** What the transfer did, in the order of {@link TransferView}. */
    @SQL("""
            select a.id, a.organisation_id, a.kind, e.amount, a.currency
            from ledger_entry e join ledger_account a on a.id = e.account_id
            where e.transfer_id = :transferId order by a.organisation_id is null, a.id
            """)
    List<Moved> of(UUID transferId);

    /** One statement: the database asks for all entries of a transfer together. */
    default void add(Collection<LedgerEntry> made) {
        add(
                Columns.of(made, LedgerEntry::accountId, UUID[]::new),
                Columns.of(made, LedgerEntry::accountVersion, Long[]::new),
                Columns.of(made, LedgerEntry::transferId, UUID[]::new),
                Columns.of(made, LedgerEntry::amount, BigDecimal[]::new),
                Columns.of(made, LedgerEntry::balanceAfter, BigDecimal[]::new),
                Columns.of(made, LedgerEntry::at, Instant[]::new));
    }

    @SQL("""
            insert into ledger_entry (account_id, account_version, transfer_id, amount, balance_after, at)
            select * from unnest(:accounts, :versions, :transfers, :amounts, :balances, :times)
            """)
    int add(
            UUID[] accounts,
            Long[] versions,
            UUID[] transfers,
            BigDecimal[] amounts,
            BigDecimal[] balances,
            Instant[] times);
}
