package org.computility.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this module, with a fresh migrated database for each who asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private static int made;

    private TestDatabase() {}

    /** An empty database with every migration applied. */
    public static synchronized DataSource fresh() {
        String name = "test" + ++made;
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DataSource database = SERVER.getDatabase("postgres", name);
        Schema.migrate(database);
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
