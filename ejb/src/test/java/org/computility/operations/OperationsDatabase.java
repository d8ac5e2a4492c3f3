package org.computility.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A real PostgreSQL with this room's tables, started once for all its tests. */
final class OperationsDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private OperationsDatabase() {}

    /** The tables, emptied. */
    static DataSource empty() {
        execute("TRUNCATE job_run, job_run_execution, lease");
        return POSTGRES.getPostgresDatabase();
    }

    static void execute(String sql) {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        String migration = "/db/migration/operations/V20261122090000__batch_runs.sql";
        try (InputStream script = OperationsDatabase.class.getResourceAsStream(migration)) {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
