package org.computility.operations.execution;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Page;

/**
 * The rows of {@code job_run_execution}, and those of {@code job_run} as this server's attempts change them. A statement
 * finds nothing when the attempt is not the server's any more. Times are the database's: its clock is the only one that all
 * servers share.
 */
interface RunExecutions {

    StatelessSession session();

    /** The engine begins the attempt; answers the state that the run has then. */
    @SQL("""
            with run as (
                update job_run set status = case when status in ('PENDING', 'STARTING') then 'STARTED' else status end,
                    exit_message = null,
                    started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp()
                where id = :id and attempt = :attempt and server = :server and lease_until is not null
                returning id, attempt, server, status),
            execution as (
                insert into job_run_execution (run_id, attempt, engine, execution_id, server, status)
                select id, attempt, :engine, :executionId, server, 'STARTED' from run
                on conflict (run_id, attempt) do update
                    set execution_id = excluded.execution_id, status = 'STARTED', ended_at = null)
            select status from run
            """)
    Optional<String> began(long id, int attempt, String server, String engine, long executionId);

    /** How the attempt ended; answers the name of the job. */
    @SQL("""
            with run as (
                update job_run set status = :status, exit_message = cast(:message as text), ended_at = clock_timestamp(),
                    lease_until = null, updated_at = clock_timestamp(),
                    progress_percent = case :status when 'COMPLETED' then 100 else progress_percent end
                where id = :id and attempt = :attempt and server = :server and lease_until is not null
                returning id, attempt, job_name, status),
            execution as (
                update job_run_execution e set status = run.status, ended_at = clock_timestamp()
                from run where e.run_id = run.id and e.attempt = run.attempt)
            select job_name from run
            """)
    Optional<String> ended(long id, int attempt, String server, String status, String message);

    /** The engine has no thread for the attempt yet, and says so. */
    @SQL("""
            update job_run set status = 'PENDING', exit_message = :reason, updated_at = clock_timestamp()
            where id = :id and attempt = :attempt and server = :server and status in ('PENDING', 'STARTING')
            """)
    int postpone(long id, int attempt, String server, String reason);

    /** Ends the lease now, unless a person has asked for a stop. */
    @SQL("""
            update job_run set lease_until = clock_timestamp(), updated_at = clock_timestamp()
            where id = :id and attempt = :attempt and server = :server
                and status in ('PENDING', 'STARTING', 'STARTED')
            """)
    int handOver(long id, int attempt, String server);

    /**
     * Prolongs the leases of the given runs by so many seconds; answers the runs that are still the server's. The rows are
     * locked in the order of their ids. No index has the lease, so that thousands cost little every two seconds.
     */
    @SQL("""
            with l as (
                select id from job_run where id = any(:ids) and server = :server and lease_until is not null
                order by id for update),
            renewed as (
                update job_run r set lease_until = clock_timestamp() + make_interval(secs => :lease)
                from l where r.id = l.id
                returning r.id, r.attempt, r.status)
            select id, attempt, status from renewed
            """)
    List<Renewal> renew(String server, Long[] ids, double lease);

    /** The engine's numbers of the attempts before the given one that the same engine had, the latest first. */
    @HQL("""
            select executionId from RunExecution
            where runId = :runId and attempt < :attempt and engine = :engine order by attempt desc
            """)
    List<Long> earlier(long runId, int attempt, String engine, Page page);
}
