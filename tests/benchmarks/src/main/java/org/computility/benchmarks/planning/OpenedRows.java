package org.computility.benchmarks.planning;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.computility.benchmarks.load.PlatformDatabase;

/** What the jobs of other schedulers do: each marks one row. In a schema of its own, which is gone when this is closed. */
final class OpenedRows implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final PlatformDatabase database;
    private final String schema;
    private final HikariDataSource connections;

    OpenedRows(PlatformDatabase database, String schema) throws SQLException {
        this.database = database;
        this.schema = schema;
        database.runAll(
                "drop schema if exists " + schema + " cascade",
                "create schema " + schema,
                "create table " + schema
                        + ".opening (id integer primary key, due_at timestamptz not null, opened boolean not null)");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(CONNECTIONS);
        connections = new HikariDataSource(config);
    }

    /** JDBC URL with the schema as the current one. */
    String url() {
        return database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    HikariDataSource connections() {
        return connections;
    }

    /** That many rows, as many due at each of these moments; {@code each} is told the number and the moment of each. */
    void plan(int openings, List<Instant> moments, BiConsumer<Integer, Instant> each) throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into opening (id, due_at, opened) values (?, ?, false)")) {
            for (int id = 0; id < openings; id++) {
                Instant due = moments.get((int) ((long) id * moments.size() / openings));
                insert.setInt(1, id);
                insert.setTimestamp(2, Timestamp.from(due));
                insert.addBatch();
                each.accept(id, due);
            }
            insert.executeBatch();
        }
        database.run("analyze " + schema + ".opening");
    }

    /** The job. */
    void open(int id) {
        try (Connection connection = connections.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update opening set opened = true where id = ?")) {
            update.setInt(1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String done() {
        return "select due_at, pg_xact_commit_timestamp(xmin) as done_at from " + schema + ".opening where opened";
    }

    @Override
    public void close() throws SQLException {
        connections.close();
        database.run("drop schema " + schema + " cascade");
    }
}
