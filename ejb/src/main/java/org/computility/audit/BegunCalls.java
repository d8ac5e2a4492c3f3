package org.computility.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/**
 * The rows of {@code audit_begun}, the calls that are running, and of {@code audit_server}, the processes that run them. The
 * database's clock counts: it is the only one that all servers share.
 */
interface BegunCalls {

    StatelessSession session();

    /** Inserts the calls in one statement, however many they are. */
    default void add(UUID server, List<AuditedCall> calls) {
        List<AuditEntry> entries = calls.stream().map(AuditedCall::entry).toList();
        add(
                server,
                Columns.of(calls, AuditedCall::call, UUID[]::new),
                Columns.of(calls, AuditedCall::at, Instant[]::new),
                Columns.of(entries, AuditEntry::account, String[]::new),
                Columns.of(entries, AuditEntry::organisationId, UUID[]::new),
                Columns.of(entries, AuditEntry::action, String[]::new),
                Columns.of(entries, AuditEntry::target, String[]::new),
                Columns.of(entries, AuditEntry::source, String[]::new),
                Columns.of(entries, AuditEntry::requestId, String[]::new));
    }

    @SQL("""
            insert into audit_begun (server, call, at, account, organisation_id, action, target, source, request_id)
            select :server, begun.* from unnest(:calls, :times, :accounts, :organisations, :actions, :targets, :sources,
                :requests) begun
            """)
    void add(
            UUID server,
            UUID[] calls,
            Instant[] times,
            String[] accounts,
            UUID[] organisations,
            String[] actions,
            String[] targets,
            String[] sources,
            String[] requests);

    /** These calls have their records now; called in the transaction that appends the records. */
    @SQL("delete from audit_begun where call = any(:calls)")
    void remove(UUID[] calls);

    /** Notes that the process lives. */
    @SQL("""
            insert into audit_server (server, seen_at) values (:server, clock_timestamp())
            on conflict (server) do update set seen_at = excluded.seen_at
            """)
    void stayAlive(UUID server);

    /** Takes the calls of processes that have been silent for so many seconds, the oldest first. */
    @SQL("""
            with taken as (
                delete from audit_begun where call in (
                    select call from audit_begun b
                    where not exists (select from audit_server s where s.server = b.server
                        and s.seen_at > clock_timestamp() - make_interval(secs => :silence))
                    order by at limit :most for update skip locked)
                returning *)
            select * from taken order by at
            """)
    List<BegunCall> takeAbandoned(double silence, int most);

    /** Forgets processes that have been silent for so many seconds and have no calls left. */
    @SQL("""
            delete from audit_server s where seen_at < clock_timestamp() - make_interval(secs => :silence)
              and not exists (select from audit_begun b where b.server = s.server)
            """)
    void forgetDead(double silence);
}
