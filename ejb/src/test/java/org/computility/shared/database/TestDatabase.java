package org.computility.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this module, with a fresh migrated database for each who asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final String MIGRATED = "migrated";

    private static boolean migrated;
    private static int made;

    private TestDatabase() {}

    /** An empty database with every migration applied. */
    public static synchronized DataSource fresh() {
        if (!migrated) {
            // Once: copying a database is quicker than all its migrations.
            Schema.migrate(create(MIGRATED, "template1"));
            migrated = true;
        }
        return create("test" + ++made, MIGRATED);
    }

    /** As it was after that migration; {@link Schema#migrate} brings it on. */
    public static synchronized DataSource at(String version) {
        DataSource database = create("test" + ++made + "_at_" + version, "template1");
        Schema.migrations(database).target(version).load().migrate();
        return database;
    }

    private static DataSource create(String name, String template) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template
                    // Half the time: the template is small, and what a crash would cost does not matter here.
                    + " STRATEGY FILE_COPY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    // Whoever waits for a test that failed in mid-transaction would wait for ever.
                    .setServerConfig("lock_timeout", "60s")
                    .start();
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
