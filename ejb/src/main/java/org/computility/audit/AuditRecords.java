package org.computility.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code audit_record}, and the one of {@code audit_head}. */
interface AuditRecords {

    StatelessSession session();

    /**
     * Waits until the transactions of all other appenders, on all servers, end. Later appenders wait for this
     * transaction.
     */
    @SQL("select cast(pg_advisory_xact_lock(:key) as text)")
    String lock(long key);

    @HQL("from AuditHead")
    Optional<AuditHead> head();

    default void move(AuditHead head) {
        move(head.recordId(), head.hash(), head.seal());
    }

    @SQL("""
            insert into audit_head (id, hash, seal) values (:id, :hash, :seal)
            on conflict (only_one) do update set id = excluded.id, hash = excluded.hash, seal = excluded.seal
            """)
    void move(long id, byte[] hash, byte[] seal);

    /** Inserts the records in one statement, however many they are. */
    default void append(List<AuditRecord> records) {
        List<AuditRecordView> rows = records.stream().map(AuditRecord::view).toList();
        append(
                Columns.of(rows, AuditRecordView::id, Long[]::new),
                Columns.of(rows, AuditRecordView::at, Instant[]::new),
                Columns.of(rows, AuditRecordView::account, String[]::new),
                Columns.of(rows, AuditRecordView::organisationId, UUID[]::new),
                Columns.of(rows, AuditRecordView::action, String[]::new),
                Columns.of(rows, AuditRecordView::target, String[]::new),
                Columns.of(rows, AuditRecordView::source, String[]::new),
                Columns.of(rows, AuditRecordView::outcome, Integer[]::new),
                Columns.of(rows, AuditRecordView::requestId, String[]::new),
                Columns.of(records, AuditRecord::hash, byte[][]::new));
    }

    @SQL("""
            insert into audit_record
                (id, at, account, organisation_id, action, target, source, outcome, request_id, hash)
            select * from unnest(:ids, :times, :accounts, :organisations, :actions, :targets, :sources, :outcomes,
                :requests, :hashes)
            """)
    void append(
            Long[] ids,
            Instant[] times,
            String[] accounts,
            UUID[] organisations,
            String[] actions,
            String[] targets,
            String[] sources,
            Integer[] outcomes,
            String[] requests,
            byte[][] hashes);

    /** The next few thousand, in their order. */
    @HQL("where id > :previous and id <= :last order by id limit 5000")
    List<AuditRecord> next(long previous, long last);

    /** The first record that stands outside the chain; null: there is none. */
    @HQL("select min(id) from AuditRecord where id > :last or id < 1")
    Long firstOutside(long last);

    /** One page of what the query asks for, the latest first; a null organisation: the records of all. */
    default Page<AuditRecord> page(AuditQuery query, UUID organisation, PageRequest page) {
        return new Search<>(session(), AuditRecord.class)
                .equal(AuditRecord_.organisationId, organisation)
                .from(AuditRecord_.at, query.from())
                .before(AuditRecord_.at, query.to())
                .equal(AuditRecord_.account, query.account())
                .containing(AuditRecord_.action, query.action())
                .equal(AuditRecord_.outcome, query.outcome())
                .equal(AuditRecord_.requestId, query.requestId())
                .page(page, Map.of(), Order.desc(AuditRecord_.id));
    }
}
