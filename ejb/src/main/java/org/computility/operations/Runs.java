package org.computility.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/**
 * The rows of {@code job_run} and what may happen to them. Every verb is one statement, true on its own whether or not a
 * transaction surrounds it, because jobs and heartbeats call from threads that have none. Times are the database's: its
 * clock is the only one that all servers share.
 */
@Dependent
class Runs {

    private static final String ACTIVE = "('STARTING', 'STARTED', 'STOPPING')";

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource dataSource;

    private Sql sql;
    private final Duration lease;

    @PostConstruct
    void open() {
        sql = new Sql(dataSource);
    }

    Runs() {
        lease = OperationsConfig.get().lease();
    }

    Runs(DataSource dataSource, Duration lease) {
        sql = new Sql(dataSource);
        this.lease = lease;
    }

    long add(String jobName, Map<String, String> parameters, UUID organisationId, String server) {
        return sql.first(
                        """
                INSERT INTO job_run (job_name, parameters, status, organisation_id, server, lease_until)
                VALUES (?, ?::jsonb, 'STARTING', ?, ?, clock_timestamp() + make_interval(secs => ?))
                RETURNING id""",
                        row -> row.getLong(1),
                        jobName,
                        Parameters.toJson(parameters),
                        organisationId,
                        server,
                        seconds())
                .orElseThrow();
    }

    Optional<RunView> find(long runId) {
        return sql.first("SELECT * FROM job_run WHERE id = ?", RunRow::view, runId);
    }

    /** False when the run is unknown or neither starting nor started. */
    boolean requestStop(long runId) {
        return sql.update("""
                UPDATE job_run SET status = 'STOPPING', updated_at = clock_timestamp()
                WHERE id = ? AND status IN ('STARTING', 'STARTED')""", runId) == 1;
    }

    /** Makes an ended run wanted again; empty when it is not stopped or failed. */
    Optional<RunWanted> restart(long runId, String server) {
        return sql.first("""
                UPDATE job_run SET status = 'STARTING', attempt = attempt + 1, server = ?, ended_at = NULL,
                    exit_message = NULL, lease_until = clock_timestamp() + make_interval(secs => ?),
                    updated_at = clock_timestamp()
                WHERE id = ? AND status IN ('STOPPED', 'FAILED')
                RETURNING id, attempt""", row -> new RunWanted(row.getLong(1), row.getInt(2)), server, seconds(), runId);
    }

    void progress(long runId, double percent, Map<String, Long> facts) {
        sql.update("""
                UPDATE job_run SET progress_percent = ?, progress_facts = ?::jsonb, updated_at = clock_timestamp()
                WHERE id = ? AND status IN\s""" + ACTIVE, percent, ProgressFacts.toJson(facts), runId);
    }

    /**
     * The engine begins the attempt. Empty when the attempt is not this server's any more: another one has adopted the
     * run meanwhile, and this execution must not work.
     */
    Optional<RunStatus> began(RunAttempt attempt, String engine, long executionId) {
        return sql.first(
                """
                WITH run AS (
                    UPDATE job_run SET status = CASE status WHEN 'STARTING' THEN 'STARTED' ELSE status END,
                        started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp()
                    WHERE id = ? AND attempt = ? AND server = ? AND lease_until IS NOT NULL
                    RETURNING id, attempt, server, status)
                INSERT INTO job_run_execution (run_id, attempt, engine, execution_id, server, status)
                SELECT id, attempt, ?, ?, server, 'STARTED' FROM run
                ON CONFLICT (run_id, attempt) DO UPDATE
                    SET execution_id = excluded.execution_id, status = 'STARTED', ended_at = NULL
                RETURNING (SELECT status FROM run)""",
                row -> RunStatus.valueOf(row.getString(1)),
                attempt.runId(),
                attempt.number(),
                attempt.server(),
                engine,
                executionId);
    }

    /** Records how an attempt of this server ended. Empty when the attempt is not this server's any more. */
    Optional<RunEnded> ended(RunAttempt attempt, RunStatus status, String message) {
        return sql.first(
                """
                WITH run AS (
                    UPDATE job_run SET status = ?, exit_message = ?, ended_at = clock_timestamp(), lease_until = NULL,
                        progress_percent = CASE ? WHEN 'COMPLETED' THEN 100 ELSE progress_percent END,
                        updated_at = clock_timestamp()
                    WHERE id = ? AND attempt = ? AND server = ? AND lease_until IS NOT NULL
                    RETURNING id, attempt, job_name, status),
                execution AS (
                    UPDATE job_run_execution e SET status = run.status, ended_at = clock_timestamp()
                    FROM run WHERE e.run_id = run.id AND e.attempt = run.attempt)
                SELECT id, job_name, status FROM run""",
                row -> new RunEnded(row.getLong(1), row.getString(2), RunStatus.valueOf(row.getString(3))),
                status.name(),
                message,
                status.name(),
                attempt.runId(),
                attempt.number(),
                attempt.server());
    }

    /**
     * Gives a run up that the server, not a person, has stopped: its lease ends now, so that a server that stays adopts
     * it. False when a person had asked for the stop, or the run is not this server's.
     */
    boolean handOver(RunAttempt attempt) {
        return sql.update("""
                UPDATE job_run SET lease_until = clock_timestamp(), updated_at = clock_timestamp()
                WHERE id = ? AND attempt = ? AND server = ? AND status IN ('STARTING', 'STARTED')""", attempt.runId(), attempt.number(), attempt.server()) == 1;
    }

    /** Prolongs the leases of the given runs; answers those that still are this server's. */
    List<Renewal> renew(String server, Long[] runIds) {
        return sql.list(
                """
                UPDATE job_run SET lease_until = clock_timestamp() + make_interval(secs => ?)
                WHERE server = ? AND id = ANY (?) AND lease_until IS NOT NULL
                RETURNING id, attempt, status""",
                row -> new Renewal(row.getLong(1), row.getInt(2), RunStatus.valueOf(row.getString(3))),
                seconds(),
                server,
                runIds);
    }

    record Renewal(long runId, int attempt, RunStatus status) {}

    /**
     * Takes over runs whose server is silent for longer than its lease. Those that were to stop are stopped; the others
     * are this server's, wanted anew. Two servers never claim the same run.
     */
    List<Orphan> claimOrphans(String server, int limit) {
        return sql.list("""
                WITH orphan AS (
                    SELECT id, attempt, server FROM job_run
                    WHERE lease_until < clock_timestamp() ORDER BY lease_until LIMIT ? FOR UPDATE SKIP LOCKED),
                run AS (
                    UPDATE job_run r SET server = ?, attempt = r.attempt + 1, updated_at = clock_timestamp(),
                        status = CASE r.status WHEN 'STOPPING' THEN 'STOPPED' ELSE 'STARTING' END,
                        ended_at = CASE r.status WHEN 'STOPPING' THEN clock_timestamp() END,
                        lease_until = CASE r.status WHEN 'STOPPING' THEN NULL
                            ELSE clock_timestamp() + make_interval(secs => ?) END
                    FROM orphan o WHERE r.id = o.id
                    RETURNING r.id, r.job_name, r.status, r.attempt, o.attempt AS dead_attempt, o.server AS dead_server),
                execution AS (
                    UPDATE job_run_execution e SET status = 'FAILED', ended_at = clock_timestamp()
                    FROM run WHERE e.run_id = run.id AND e.attempt = run.dead_attempt AND e.ended_at IS NULL
                    RETURNING e.run_id, e.engine, e.execution_id)
                SELECT run.*, execution.engine, execution.execution_id
                FROM run LEFT JOIN execution ON execution.run_id = run.id""", RunRow::orphan, limit, server, seconds());
    }

    /** The engine's number of the attempt before the given one, when the same engine had it. */
    Optional<Long> previousExecution(long runId, int attempt, String engine) {
        return sql.first("""
                SELECT execution_id FROM job_run_execution
                WHERE run_id = ? AND attempt < ? AND engine = ? ORDER BY attempt DESC LIMIT 1""", row -> row.getLong(1), runId, attempt, engine);
    }

    private double seconds() {
        return lease.toMillis() / 1000.0;
    }
}
