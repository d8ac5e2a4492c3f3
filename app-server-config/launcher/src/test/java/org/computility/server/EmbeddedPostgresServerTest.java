package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void takesOverFromAServerThatAKilledLauncherLeft() throws Exception {
        Process launcher = new ProcessBuilder(
                        Processes.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLauncher.class.getName(),
                        folder.toString())
                .start();
        ProcessHandle left;
        try (BufferedReader says = launcher.inputReader()) {
            left = ProcessHandle.of(Long.parseLong(says.readLine())).orElseThrow();
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        assertThat(left.isAlive()).isTrue();

        try (EmbeddedPostgresServer next = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(next.database("left"), "select n from t")).isEqualTo("8");
            assertThat(process(next)).isNotEqualTo(left);
        }
    }

    @Test
    @Timeout(60)
    void isThereAgainAfterItsFirstProcessWasKilled() throws SQLException {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder)) {
            Database database = server.emptyDatabase("killed");
            run(database, "create table t as select 9 as n");

            process(server).destroyForcibly();

            Awaitility.await()
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> ask(database, "select n from t").equals("9"));
        }
    }

    @Test
    void itsLogIsBoundedBySizeAndAge(@TempDir Path fresh) throws Exception {
        Path logs = Files.createDirectories(fresh.resolve("log"));
        for (int day = 10; day < 25; day++) {
            Files.writeString(logs.resolve("postgres-2026-01-" + day + "-000000.log"), "of that day");
        }
        Files.writeString(logs.resolve("a person's note"), "stays");
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(fresh)) {
            Database database = server.database("net");
            assertThat(ask(database, "show log_rotation_size")).isEqualTo("20MB");
            assertThat(ask(database, "show log_rotation_age")).isEqualTo("1d");

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(database, "select nonsense"));

            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.log())
                            .isDirectoryContaining("glob:**/a person's note")
                            .satisfies(folder -> assertThat(logs(folder))
                                    .hasSize(10)
                                    .startsWith("postgres-2026-01-16-000000.log")
                                    .last()
                                    .satisfies(newest -> assertThat(folder.resolve(newest))
                                            .content()
                                            .contains("nonsense"))));
        }
        assertThat(fresh.resolve("postgres.out")).content().doesNotContain("nonsense");
    }

    private static List<String> logs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("postgres-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder);
        ProcessHandle process = process(server);

        server.close();

        assertThat(process.isAlive()).isFalse();
    }

    private static ProcessHandle process(EmbeddedPostgresServer server) {
        return ParentWatch.databaseOf(server.processFile()).orElseThrow();
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

    /** Starts a server, fills a table, says the number of the server's process and stays until it is killed. */
    static final class KilledLauncher {

        public static void main(String... arguments) throws Exception {
            EmbeddedPostgresServer server = EmbeddedPostgresServer.start(Path.of(arguments[0]));
            run(server.emptyDatabase("left"), "create table t as select 8 as n");
            System.out.println(process(server).pid());
            new CountDownLatch(1).await();
        }
    }
}
