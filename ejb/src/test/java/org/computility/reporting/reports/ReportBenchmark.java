package org.computility.reporting.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.identity.Caller;
import org.computility.reporting.MonthFigures;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.figures.Figures;
import org.computility.shared.NoSettings;
import org.hibernate.StatelessSession;

/**
 * Month reports a second, judged and accepted, committed one by one, against pgbench inserting one row of the same width into a table
 * without other indexes than its key, on the same database, in turn. Not a test: {@code main}, with the number of clients, the seconds of a
 * measurement and the rounds; it stands here for its use of the doors of tests. docs/benchmarks.md (q). {@code pgbench} must be on the path.
 */
final class ReportBenchmark {

    private static final int CENTERS = 2_000;
    private static final YearMonth FIRST = YearMonth.of(1990, 1);
    private static final int MONTHS = 400;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String JSON = "{\"supply\":{\"standardRacks\":3000,\"rackUtilization\":71.5,"
            + "\"intelligentComputingPower\":5000,\"acceleratorCount\":16000,\"storageCapacity\":12.5},"
            + "\"application\":{\"computingUtilization\":62.5,\"memoryUtilization\":40.25,\"jobCount\":51234,"
            + "\"acceleratorHours\":7200000.5,\"revenue\":1234.5678},"
            + "\"power\":{\"electricityConsume\":1250000,\"itElectricityConsume\":1000000,\"pue\":1.25,\"wue\":1.1},"
            + "\"security\":{\"localizationRate\":80,\"protectionLevel\":3,\"incidentCount\":0}}";

    private final ReportingForTests room = new ReportingForTests();
    private final ReportsForTests reports = new ReportsForTests(room.database, Clock.systemUTC());
    private final AtomicInteger next = new AtomicInteger();
    private final int clients;
    private final int seconds;
    private final int firstCenter;

    private ReportBenchmark(int clients, int seconds) {
        this.clients = clients;
        this.seconds = seconds;
        room.database.run("""
                insert into reported_center (version, organisation_id, name, project_ids, longitude, latitude, province, city, type,
                    hub_id, created_at, changed_at)
                select 0, a.organisation_id, 'center ' || n, '{}', 107, 35, '620000', '621000', 1, '17', now(), now()
                from account a, generate_series(1, %d) n where a.username = 'reporter'
                """.formatted(CENTERS));
        firstCenter = Integer.parseInt(text("select cast(min(id) as text) from reported_center"));
        room.database.run(
                "create table bench_row as select known_on, center_id, organisation_id, month, status, deed, done_by,"
                        + " done_at, reasons, figures, hash from report_state");
        room.database.run("alter table bench_row add primary key (known_on)");
        room.database.run("create sequence bench_number");
    }

    public static void main(String[] arguments) throws Exception {
        NoSettings.use();
        ReportBenchmark benchmark = new ReportBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        benchmark.run(Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    private void run(int rounds) throws Exception {
        System.out.printf("fsync %s%n", text("select current_setting('fsync')"));
        ours();
        for (String sync : List.of("on", "off")) {
            room.database.run(
                    "alter database " + text("select current_database()") + " set synchronous_commit = " + sync);
            for (int round = 1; round <= rounds; round++) {
                double ours = ours();
                double theirs = theirs();
                System.out.printf(
                        "synchronous_commit %s, %d clients: reports %.0f/s, pgbench %.0f/s, ratio %.2f%n",
                        sync, clients, ours, theirs, ours / theirs);
            }
        }
    }

    private double ours() throws Exception {
        Caller reporter = room.database.caller.get();
        LongAdder done = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> {
                room.database.caller.set(reporter);
                while (System.nanoTime() < end) {
                    report(next.getAndIncrement());
                    done.increment();
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        return done.doubleValue() / seconds;
    }

    /** A month after the other, each of all centers: with a month before to compare with, as in life. */
    private void report(int number) {
        YearMonth month = FIRST.plusMonths(number / CENTERS % MONTHS);
        // Read anew each time: the wire does so, too.
        Figures figures = MonthFigures.figures(JSON);
        ReportStateView state = room.database.sessions.commit(() ->
                reports.reporting.submit(new NewMonthReport(firstCenter + number % CENTERS, null, month, figures)));
        if (state.status() != ReportStatus.ACCEPTED) {
            throw new IllegalStateException("not accepted: " + state);
        }
    }

    private double theirs() throws IOException, InterruptedException {
        Path script = Files.writeString(
                Files.createTempFile("report", ".sql"),
                "insert into bench_row values (nextval('bench_number'), 7, '00000000-0000-0000-0000-000000000001',"
                        + " '2026-10-01', 'ACCEPTED', 'SUBMISSION', 'reporter', now(), '{}', '" + JSON + "', '"
                        + "0".repeat(64) + "');");
        Process pgbench = new ProcessBuilder(
                        "pgbench",
                        "-h",
                        "localhost",
                        "-p",
                        text("select current_setting('port')"),
                        "-U",
                        "postgres",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        "" + clients,
                        "-j",
                        "2",
                        "-T",
                        "" + seconds,
                        "-f",
                        script.toString(),
                        text("select current_database()"))
                .redirectErrorStream(true)
                .start();
        String said = new String(pgbench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        pgbench.waitFor();
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String text(String query) {
        return room.database.sessions.commit(() -> {
            StatelessSession session = room.database.sessions.current();
            return session.createNativeQuery(query, String.class).getSingleResult();
        });
    }
}
