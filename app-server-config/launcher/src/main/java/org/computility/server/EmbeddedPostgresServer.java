package org.computility.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL server of our own that listens on the loopback address only, with a password, and writes as safely as an
 * installed one: {@code fsync} and {@code synchronous_commit} are on. Its data survive restarts.
 *
 * <p>A server that a killed launcher left behind on the same folder is stopped before the new one starts. One that ends
 * by itself is started again on the same port, until it is closed.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final String USER = "computility";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 30;
    private static final long POLL_NANOS = 50_000_000;
    private static final long LEAST_WAL_MIB = 64;
    private static final long USUAL_WAL_MIB = 1024;

    private final Path folder;
    private final PostgresBinaries binaries;
    private final String password;
    private final int port;
    private final DatabaseLog log;
    private final KeptProcess process;

    private EmbeddedPostgresServer(Path folder, int wishedPort) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        log = new DatabaseLog(folder.resolve("log"));
        binaries = PostgresBinaries.unpackInto(folder.resolve("programs"));
        password = rememberedPassword();
        initialize();
        stopLeftOver();
        port = wishedPort == 0 ? Ports.free() : wishedPort;
        Process first = run();
        awaitReady(first);
        process = new KeptProcess("PostgreSQL", first, this::run);
        log.begin();
    }

    /** Starts a server on the data below {@code folder}, made at the first time, on a free port. */
    public static EmbeddedPostgresServer start(Path folder) {
        return start(folder, 0);
    }

    /** Starts a server on the data below {@code folder} and on that port; returns when it accepts connections. */
    public static EmbeddedPostgresServer start(Path folder, int port) {
        try {
            return new EmbeddedPostgresServer(folder.toAbsolutePath(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + folder, e);
        }
    }

    /** The database of that name (letters, digits and underscores); it is made when it is not there. */
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        try (Connection connection = connect("postgres");
                var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            known.setString(1, name);
            if (!known.executeQuery().next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database \"" + name + "\"");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return new Database(url(name), USER, password);
    }

    /** A new database of that name. An existing one is dropped, and everybody who uses it is disconnected. */
    public Database emptyDatabase(String name) {
        Database database = database(name);
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database \"" + name + "\" with (force)");
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot empty the database " + name, e);
        }
        return database;
    }

    /** The file whose first line is the operating system's number of the server's first process, as long as it runs. */
    public Path processFile() {
        return data().resolve("postmaster.pid");
    }

    /** Where the server writes its logs. */
    Path log() {
        return log.folder();
    }

    /** What the server says before it writes its log. */
    private Path output() {
        return folder.resolve("postgres.out");
    }

    /** Rolls open transactions back and stops; returns when the server is gone. */
    @Override
    public void close() {
        process.release();
        log.close();
        try {
            stopFast();
        } catch (IOException e) {
            Processes.end(process.current(), STOP_SECONDS);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void initialize() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        // A killed initdb leaves a folder that looks like a database: only a whole one gets the right name.
        Path fresh = Files.createTempDirectory(folder, "initializing");
        Processes.run(unprivileged(List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8")));
        Files.move(fresh, data());
    }

    private Process run() throws IOException {
        return new ProcessBuilder(Processes.detached(unprivileged(serverCommand())))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private List<String> serverCommand() {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("postgres"), "-D", data().toString(), "-p", "" + port));
        List<String> settings = new ArrayList<>(log.settings());
        settings.addAll(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=200",
                // The application's data source takes part in XA transactions.
                "max_prepared_transactions=200",
                "shared_buffers=256MB",
                "max_wal_size=" + walMib() + "MB",
                "timezone=UTC"));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    /** PostgreSQL's usual 1 GB of its log would fill a small disk by themselves. */
    private long walMib() {
        return Math.max(LEAST_WAL_MIB, Math.min(USUAL_WAL_MIB, (folder.toFile().getTotalSpace() >> 20) / 16));
    }

    private void stopLeftOver() throws IOException {
        if (ParentWatch.databaseOf(processFile()).isPresent()) {
            stopFast();
        }
    }

    private void stopFast() throws IOException {
        Processes.run(unprivileged(List.of(
                binaries.program("pg_ctl"),
                "stop",
                "-D",
                data().toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "" + STOP_SECONDS)));
    }

    private void awaitReady(Process process) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        Optional<SQLException> refused = refusal();
        while (refused.isPresent()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                process.destroyForcibly();
                throw new IOException("PostgreSQL did not start, see " + output() + " and " + log(), refused.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
            refused = refusal();
        }
    }

    private Optional<SQLException> refusal() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1) ? Optional.empty() : Optional.of(new SQLException("not valid"));
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private String rememberedPassword() throws IOException {
        if (!Files.exists(passwordFile())) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(
                    folder,
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, passwordFile());
        }
        return Files.readString(passwordFile()).strip();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own the same account is nobody. */
    private static List<String> unprivileged(List<String> command) {
        List<String> all = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "--user"));
        }
        all.addAll(command);
        return all;
    }
}
