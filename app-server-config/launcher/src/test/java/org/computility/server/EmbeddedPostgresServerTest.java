package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

    @TempDir
    static Path folder;

    @Test
    void writesSafelyAndSpeaksXa() throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            Database database = server.database("net");

            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(Integer.parseInt(ask(database, "show max_prepared_transactions")))
                    .isPositive();
        }
    }

    @Test
    void asksForThePassword() {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            Database known = server.database("net");
            Database guessed = new Database(known.url(), known.user(), "guess");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(guessed, "select 1"));
        }
    }

    @Test
    void keepsDataOverARestart() throws SQLException {
        try (EmbeddedPostgresServer first = EmbeddedPostgresServer.start(folder)) {
            run(first.emptyDatabase("kept"), "create table t as select 7 as n");
        }
        try (EmbeddedPostgresServer second = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(second.database("kept"), "select n from t")).isEqualTo("7");
        }
    }

    @Test
    void takesOverFromAServerThatAKilledLauncherLeft() throws SQLException {
        EmbeddedPostgresServer left = EmbeddedPostgresServer.start(folder);
        run(left.emptyDatabase("left"), "create table t as select 8 as n");

        try (EmbeddedPostgresServer next = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(next.database("left"), "select n from t")).isEqualTo("8");
            assertThat(ProcessHandle.of(left.processId()).filter(ProcessHandle::isAlive))
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
        long process = server.processId();

        server.close();

        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static String ask(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Database database, String statement) throws SQLException {
        try (Connection connection = connect(database);
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
