package org.computility.operations.recovery;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_run} whose server is silent for longer than its lease. */
interface Orphans {

    StatelessSession session();

    /**
     * Takes over orphans. An orphan that was to stop is stopped; any other is the server's now, and wanted anew. Two
     * servers never claim the same run.
     *
     * @param lease in seconds
     */
    @SQL("""
            with orphan as (
                select id, attempt, server from job_run
                where status in ('PENDING', 'STARTING', 'STARTED', 'STOPPING') and lease_until < clock_timestamp()
                order by lease_until limit :most for update skip locked),
            run as (
                update job_run r set server = :server, attempt = r.attempt + 1, exit_message = null,
                    updated_at = clock_timestamp(),
                    status = case r.status when 'STOPPING' then 'STOPPED' else 'STARTING' end,
                    ended_at = case r.status when 'STOPPING' then clock_timestamp() end,
                    lease_until = case r.status when 'STOPPING' then null
                        else clock_timestamp() + make_interval(secs => :lease) end
                from orphan o where r.id = o.id
                returning r.id, r.job_name, r.status, r.attempt, o.attempt as dead_attempt, o.server as dead_server),
            execution as (
                update job_run_execution e set status = 'FAILED', ended_at = clock_timestamp()
                from run where e.run_id = run.id and e.attempt = run.dead_attempt and e.ended_at is null)
            select id, job_name, status, attempt, dead_server from run
            """)
    List<Orphan> claim(String server, int most, double lease);

    @SQL("select to_regclass(:table) is not null")
    boolean isThere(String table);
}
