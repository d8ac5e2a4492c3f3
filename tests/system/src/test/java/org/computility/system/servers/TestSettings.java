package org.computility.system.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.computility.server.Database;
import org.computility.server.EmbeddedPostgresServer;
import org.computility.server.Ports;

/**
 * What every server under test is given.
 *
 * @param home what the build made for the launcher
 * @param work a folder below {@code target} for the server's own files, its log and its data
 * @param data the platform's data folder
 * @param port of HTTP
 */
public record TestSettings(
        Path home, Path work, Path data, int port, Database database, Path databaseProcess, String adminPassword) {

    private static final String ADMIN_PASSWORD = "system-tests-0006.5";
    // Servers of tests live for minutes: the second compiler would take half of their start, and pay for it never.
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final List<String> CLOCK_JOBS = List.of(
            "COMPUTILITY_BOOKS_COMPARE",
            "COMPUTILITY_DUPLICATES_FIND",
            "COMPUTILITY_LEDGER_RECONCILE",
            "COMPUTILITY_MONTH_CLOSE",
            "COMPUTILITY_ORDERS_SETTLE",
            "COMPUTILITY_REPORTS_PUSH",
            "COMPUTILITY_RESULTS_PURGE");
    // One for all tries of this process: a second try of a test asks once more.
    private static final Map<Path, EmbeddedPostgresServer> POSTGRES = new ConcurrentHashMap<>();
    // The same after each start of a server.
    private static final Map<Integer, Integer> SERVICES = new ConcurrentHashMap<>();
    // The system counts a process's start in ticks since its boot.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(2);

    /** A database of its own for the server of that name; it outlives the server and ends with this process. */
    static TestSettings prepare(String server) {
        Path work = work(server);
        EmbeddedPostgresServer postgres = POSTGRES.computeIfAbsent(work.resolve("postgres"), TestSettings::postgres);
        return new TestSettings(
                Path.of(System.getProperty("computility.home")).toAbsolutePath(),
                work,
                work.resolve("data"),
                freePort(),
                postgres.emptyDatabase("computility"),
                postgres.processFile(),
                ADMIN_PASSWORD);
    }

    private static EmbeddedPostgresServer postgres(Path folder) {
        EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-postgres"));
        return postgres;
    }

    /** Where the server of that name keeps its files, its log and its data. */
    static Path work(String server) {
        return Path.of("target", "servers", server).toAbsolutePath();
    }

    /** What the tests' servers and the reference payment gateway sign with. */
    public static final String GATEWAY_SECRET = "shared with the reference gateway";

    /** What a scraper of the tests' servers shows. */
    public static final String METRICS_TOKEN = "the scraper of the tests and nobody else";

    /** For a second server on the same database and data. */
    TestSettings another() {
        return new TestSettings(
                home, work.resolve("another"), data, freePort(), database, databaseProcess, adminPassword);
    }

    /** For a platform of its own; its database is empty. */
    TestSettings neighbour(String name) {
        EmbeddedPostgresServer postgres = POSTGRES.values().iterator().next();
        Path folder = work.resolve(name);
        return new TestSettings(
                home,
                folder,
                folder.resolve("data"),
                freePort(),
                postgres.emptyDatabase("computility_" + name),
                databaseProcess,
                adminPassword);
    }

    /** The application's settings, for the environment of the server's process. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(database.environment());
        all.put("COMPUTILITY_HTTP_PORT", "" + port);
        all.put("COMPUTILITY_PUBLIC_URL", "http://127.0.0.1:" + port);
        all.put("COMPUTILITY_SERVICES_PORT", "" + SERVICES.computeIfAbsent(port, http -> freePort()));
        all.put("COMPUTILITY_SERVICE_HEALTH", "PT1S");
        all.put("COMPUTILITY_DATA_DIR", data.toString());
        all.put("COMPUTILITY_ADMIN_PASSWORD", adminPassword);
        // The tests' nodes, callbacks and packages live on this machine.
        // And the receiver of results that T/BAX 0006.5 prints.
        all.put("COMPUTILITY_OUTBOUND_ALLOW", "127.0.0.0/8,192.168.1.1/32");
        all.put("COMPUTILITY_PAYMENT_GATEWAY_URL", "http://127.0.0.1:1/pay?shop=7");
        all.put("COMPUTILITY_PAYMENT_GATEWAY_SECRET", GATEWAY_SECRET);
        all.put("COMPUTILITY_METRICS_TOKEN", METRICS_TOKEN);
        // A service that does not answer is waited for so long.
        all.put("COMPUTILITY_CALL_PATIENCE", "PT10S");
        // Tests start these jobs themselves: a run that the clock began meanwhile would be in their way.
        CLOCK_JOBS.forEach(setting -> all.put(setting, "off"));
        // Every java reads it: the servers, and asadmin and jboss-cli that set them up.
        all.put("JDK_JAVA_OPTIONS", QUICK_START);
        return all;
    }

    /** A port that stays a server's while the server is down ({@link Ports#free}). */
    public static int freePort() {
        return Ports.free();
    }

    private static Path root() {
        return Path.of(System.getProperty("computility.root")).toAbsolutePath().normalize();
    }

    /** The folder of a server's scripts in the sources. */
    static Path scripts(String server) {
        return root().resolve("app-server-config").resolve(server);
    }

    /** What the build made for Payara Server and WildFly. */
    static Path ear() {
        return root().resolve("ear/target/computility.ear");
    }

    /**
     * The process whose number is in the file, if there is the file and the process. One that began after the file was
     * written only has the number of the one that is meant.
     */
    static Optional<ProcessHandle> processIn(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            Instant latest = Files.getLastModifiedTime(pidFile).toInstant().plus(CLOCK_DIFFERENCE);
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> process.info()
                            .startInstant()
                            .filter(latest::isAfter)
                            .isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a folder with all in it. */
    static void deleteFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
