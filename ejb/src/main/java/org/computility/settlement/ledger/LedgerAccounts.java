package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/**
 * The rows of {@code ledger_account}. All lock them in one order: the platform's accounts, which everybody needs, last, and
 * each group by ID.
 */
interface LedgerAccounts {

    StatelessSession session();

    @Find
    Optional<LedgerAccount> find(UUID id);

    /** Opens those that are not open yet. */
    default void open(Collection<AccountKey> keys, String currency, Instant now) {
        open(
                Columns.of(keys, key -> key.id(currency), UUID[]::new),
                Columns.of(keys, AccountKey::organisationId, UUID[]::new),
                Columns.of(keys, key -> key.kind().name(), String[]::new),
                currency,
                now);
    }

    @SQL("""
            insert into ledger_account (id, organisation_id, kind, currency, balance, version, opened_at, changed_at)
            select id, organisation_id, kind, :currency, 0, 0, :now, :now
            from unnest(:ids, :organisationIds, :kinds) a (id, organisation_id, kind)
            order by organisation_id is null, id
            on conflict do nothing
            """)
    int open(UUID[] ids, UUID[] organisationIds, String[] kinds, String currency, Instant now);

    /** Locked until the transaction ends. */
    @SQL("""
            select * from ledger_account where id = any(:ids)
            order by organisation_id is null, id for no key update
            """)
    List<LedgerAccount> lock(UUID[] ids);

    /** Takes over what was posted to them while they were locked. */
    default void move(Collection<LedgerAccount> accounts) {
        move(
                Columns.of(accounts, LedgerAccount::id, UUID[]::new),
                Columns.of(accounts, LedgerAccount::balance, BigDecimal[]::new),
                Columns.of(accounts, LedgerAccount::version, Long[]::new),
                Columns.of(accounts, LedgerAccount::changedAt, Instant[]::new));
    }

    @SQL("""
            update ledger_account a set balance = n.balance, version = n.version, changed_at = n.changed_at
            from unnest(:ids, :balances, :versions, :times) n (id, balance, version, changed_at)
            where a.id = n.id
            """)
    int move(UUID[] ids, BigDecimal[] balances, Long[] versions, Instant[] times);
}
