package org.computility.operations;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;

/** One migrated database for all tests of this room. */
public final class OperationsDatabase {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final StatelessSession SESSION = new TestSessions(DATABASE).current();
    private static final Runs RUNS = new Runs_(SESSION);
    private static final double LEASE = 15;

    private OperationsDatabase() {}

    /** A session over the tables, emptied. */
    public static StatelessSession empty() {
        execute("TRUNCATE job_run, job_run_execution, job_schedule, lease");
        return SESSION;
    }

    /** A session over the tables as they are. */
    public static StatelessSession session() {
        return SESSION;
    }

    /** How many runs have a lease that is over, so that any server may adopt them. */
    public static long silentRuns() {
        return SESSION.createNativeQuery(
                        "SELECT count(*) FROM job_run WHERE lease_until <= clock_timestamp()", Long.class)
                .getSingleResult();
    }

    /** As an administrator of the database could. */
    public static void execute(String sql) {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Wants a run of the platform's own, leased to the server; answers its id. */
    public static long add(String server) {
        return RUNS.add("run-inspection", "{}", null, server, LEASE);
    }

    /** A person wants the run to stop. */
    public static void requestStop(long run) {
        RUNS.requestStop(run);
    }

    public static RunView view(long run) {
        return RUNS.find(run).orElseThrow().view();
    }

    /** Every server of a run has been silent for an hour. */
    public static void expireLeases() {
        execute("UPDATE job_run SET lease_until = now() - interval '1 hour' WHERE lease_until IS NOT NULL");
    }

    /** Puts the run into that state, as if it had come there. */
    public static void put(long run, RunStatus status) {
        String lease = status.isActive() ? "clock_timestamp() + interval '15 s'" : "NULL";
        execute("UPDATE job_run SET status = '" + status + "', lease_until = " + lease + " WHERE id = " + run);
    }

    /** What the engine's execution for an attempt has come to. */
    public static Map<String, Object> execution(long run, int attempt) {
        try (var connection = DATABASE.getConnection();
                var query = connection.prepareStatement(
                        "SELECT engine, status FROM job_run_execution WHERE run_id = ? AND attempt = ?")) {
            query.setLong(1, run);
            query.setInt(2, attempt);
            try (var row = query.executeQuery()) {
                return row.next() ? Map.of("engine", row.getString(1), "status", row.getString(2)) : Map.of();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
