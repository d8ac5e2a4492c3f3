package org.computility.benchmarks.planning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.system.Platform;

/**
 * How late periodic plans are opened: by the platform, by Quartz (clustered, in JDBC tables) and by db-scheduler, one after the
 * other, in one database. Each has the same openings due at the same second of a few minutes in succession. How late one is, the
 * database tells: when the transaction was committed that wrote it down, less when it was due.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database, which must have {@code track_commit_timestamp}
 * on: JDBC URL, user, password; openings (10000); minutes (3); rounds (1).
 */
public final class OpeningBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PlatformDatabase database;
    private final int openings;
    private final int minutes;

    private OpeningBenchmark(PlatformDatabase database, int openings, int minutes) {
        this.database = database;
        this.openings = openings;
        this.minutes = minutes;
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        PlatformDatabase database = new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5));
        if (database.number("select count(*) from pg_settings where name = 'track_commit_timestamp' and setting = 'on'")
                        .signum()
                == 0) {
            throw new IllegalStateException("Set track_commit_timestamp = on in postgresql.conf and start again.");
        }
        OpeningBenchmark benchmark = new OpeningBenchmark(
                database,
                Integer.parseInt(arguments.length > 5 ? arguments[5] : "10000"),
                Integer.parseInt(arguments.length > 6 ? arguments[6] : "3"));
        int rounds = Integer.parseInt(arguments.length > 7 ? arguments[7] : "1");
        for (int round = 0; round < rounds; round++) {
            List<Callable<Opener>> openers = new ArrayList<>(List.of(
                    () -> new OurOpener(platform, database),
                    () -> new QuartzOpener(database),
                    () -> new DbOpener(database)));
            Collections.rotate(openers, round);
            for (Callable<Opener> each : openers) {
                try (Opener opener = each.call()) {
                    benchmark.measure(opener);
                }
            }
        }
        // The nodes' HTTP threads would hold the process.
        System.exit(0);
    }

    private void measure(Opener opener) throws Exception {
        Instant first = Instant.now()
                .plus(opener.lead(openings))
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(1, ChronoUnit.MINUTES);
        opener.plan(
                openings,
                IntStream.range(0, minutes)
                        .mapToObj(minute -> first.plus(minute, ChronoUnit.MINUTES))
                        .toList());
        if (Instant.now().isAfter(first)) {
            throw new IllegalStateException(opener.name() + " planned for longer than " + opener.lead(openings));
        }
        System.out.printf("%s: %d openings from %s on%n", opener.name(), openings, first);
        long begin = System.nanoTime();
        while (done(opener) < openings && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS);
        }
        print(opener);
    }

    private long done(Opener opener) throws SQLException {
        return database.number("select count(*) from (" + opener.done() + ") done")
                .longValue();
    }

    private void print(Opener opener) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), percentile_disc(0.5) within group (order by late),
                            percentile_disc(0.99) within group (order by late), max(late), min(late)
                        from (select extract(epoch from done_at - due_at) as late from (%s) done) all_late
                        """.formatted(opener.done()))) {
            row.next();
            System.out.printf(
                    "%s: %d of %d opened; late by p50 %.3f s, p99 %.3f s, at most %.3f s, at least %.3f s%n",
                    opener.name(),
                    row.getLong(1),
                    openings,
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5));
        }
    }
}
