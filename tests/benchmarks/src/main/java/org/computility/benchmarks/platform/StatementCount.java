package org.computility.benchmarks.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What PostgreSQL was asked, by {@code pg_stat_statements}; its own questions are marked and left out. */
final class StatementCount implements AutoCloseable {

    private static final String MARK = "/* benchmark */ ";
    private static final String SERVERS = """
            select coalesce(sum(calls), 0) from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
              and query not like '%/* benchmark */%' and (query ~* '^(begin|commit|rollback|start transaction)') =\
            """;

    private final Connection database;

    StatementCount(String url, String user, String password) throws SQLException {
        database = DriverManager.getConnection(url, user, password);
        try (PreparedStatement create =
                database.prepareStatement(MARK + "create extension if not exists pg_stat_statements")) {
            create.execute();
        }
    }

    /** Counts from zero again. */
    void reset() throws SQLException {
        number("select count(*) from (select pg_stat_statements_reset()) once");
    }

    /** Statements since the last reset, all sessions but this one; begin and commit apart. */
    long ofTheServer() throws SQLException {
        return number(SERVERS + " false");
    }

    /** Transactions begun and ended since the last reset. */
    long begunAndEnded() throws SQLException {
        return number(SERVERS + " true");
    }

    /** Instances of the plan in that state. */
    long instances(long plan, String state) throws SQLException {
        return number("select count(*) from task_instance where plan_id = " + plan + " and state = '" + state + "'");
    }

    /** Instances of the organisation in that state. */
    long instances(String organisation, String state) throws SQLException {
        return number("select count(*) from task_instance where organisation_id = '" + organisation + "' and state = '"
                + state + "'");
    }

    /** Records in the audit trail. */
    long auditRecords() throws SQLException {
        return number("select count(*) from audit_record");
    }

    /** Calls that have begun and have no record yet. */
    long callsRunning() throws SQLException {
        return number("select count(*) from audit_begun");
    }

    /** Results stored. */
    long results() throws SQLException {
        return number("select count(*) from task_result");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    /** The number that a query of the benchmark's own answers; it is not counted. */
    long number(String sql) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(MARK + sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
