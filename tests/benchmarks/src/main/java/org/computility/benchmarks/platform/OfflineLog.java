package org.computility.benchmarks.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Each time that the platform showed a node offline, noted by the database itself: a look now and then would miss some. */
final class OfflineLog implements AutoCloseable {

    private final Connection database;

    OfflineLog(String url, String user, String password) throws SQLException {
        database = DriverManager.getConnection(url, user, password);
        run("""
            create table if not exists shown_offline (code text not null, at timestamptz not null);
            create or replace function note_offline() returns trigger language plpgsql as $$
                begin insert into shown_offline values (new.code, clock_timestamp()); return new; end $$;
            create or replace trigger note_offline after update on compute_node
                for each row when (old.online and not new.online) execute function note_offline()
            """);
    }

    /** Counts from zero again. */
    void forget() throws SQLException {
        run("delete from shown_offline");
    }

    /** How often a node was shown offline since. */
    long count() throws SQLException {
        return number("select count(*) from shown_offline");
    }

    /** When each of these was first shown offline since. */
    Map<String, Instant> found(Set<String> codes) throws SQLException {
        Map<String, Instant> found = new HashMap<>();
        try (PreparedStatement query = database.prepareStatement(
                "select code, min(at) from shown_offline where code = any(?) group by code")) {
            query.setArray(1, database.createArrayOf("text", codes.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        return found;
    }

    /** Runs of the plan's instances that were ever begun. */
    long runs(long plan) throws SQLException {
        return number("select count(*) from instance_run where plan_id = " + plan);
    }

    @Override
    public void close() throws SQLException {
        run("drop trigger note_offline on compute_node; drop function note_offline(); drop table shown_offline");
        database.close();
    }

    private void run(String statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
