package org.computility.benchmarks.market;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.computility.benchmarks.load.Load;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.benchmarks.load.Times;
import org.computility.system.Platform;

/**
 * How long a question for matches takes among 1,000,000 entries, over HTTP: one at a time and four, alone and while data is
 * published beside them. The entries are put into the table directly, unless it has them already.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; seconds of each
 * measurement; rounds.
 */
public final class MatchBenchmark {

    private static final int ENTRIES = 1_000_000;
    private static final int AT_ONCE = 100_000;
    private static final int SELLERS = 8;
    private static final int DEMANDS = 100;
    private static final String GONE = "http://127.0.0.1:1/";

    private final Platform platform;
    private final PlatformDatabase books;
    private final MarketWords words = new MarketWords();
    private final List<Traders> traders = new ArrayList<>();
    private final List<String> demands = new ArrayList<>();

    private MatchBenchmark(Platform platform, PlatformDatabase books) {
        this.platform = platform;
        this.books = books;
    }

    public static void main(String... arguments) throws Exception {
        MatchBenchmark benchmark = new MatchBenchmark(
                Platform.running(arguments[0], arguments[1]),
                new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5)));
        benchmark.prepare();
        int seconds = Integer.parseInt(arguments[5]);
        benchmark.ask("warming up", 4, seconds, false);
        for (int round = 1; round <= Integer.parseInt(arguments[6]); round++) {
            benchmark.ask("round " + round, 1, seconds, false);
            benchmark.ask("round " + round, 4, seconds, false);
            benchmark.ask("round " + round, 1, seconds, true);
            benchmark.ask("round " + round, 4, seconds, true);
        }
        System.exit(0);
    }

    private void prepare() throws Exception {
        for (int i = 0; i < SELLERS; i++) {
            traders.add(new Traders(platform));
        }
        if (books.number("select count(*) from market_entry").intValue() < ENTRIES) {
            fill();
        }
        for (int i = 0; i < DEMANDS; i++) {
            Traders who = traders.get(i % SELLERS);
            JsonObject wanted = who.demand(words.category(), words.keyWords(2), words.description());
            String id = who.buyer().post("registerDemand", wanted).data().getString("demandID");
            who.buyer().post("publishDemand", who.named(id).build()).data();
            demands.add(id);
        }
        awaitTold();
    }

    private void fill() throws SQLException {
        String sellers = traders.stream().map(Traders::owner).toList().toString();
        books.runAll(
                "drop index if exists market_entry_terms", "alter table market_entry set (autovacuum_enabled = false)");
        for (int from = 1; from <= ENTRIES; from += AT_ONCE) {
            books.run(
                    MarketWords.FILL,
                    from,
                    from + AT_ONCE - 1,
                    sellers.replace('[', '{').replace(']', '}').replace(" ", ""),
                    SELLERS);
        }
        books.runAll(
                "alter table market_entry set (autovacuum_enabled = true)",
                "create index market_entry_terms on market_entry using gin (terms)");
        books.run("vacuum analyze market_entry");
        System.out.println("filled");
    }

    private void ask(String what, int atOnce, int seconds, boolean publishing) throws Exception {
        Times times = new Times();
        Times publications = new Times();
        CompletableFuture<Void> beside = publishing
                ? CompletableFuture.runAsync(() -> publish(seconds, publications))
                : CompletableFuture.completedFuture(null);
        double took = Load.run(atOnce, seconds, thread -> {
            String demand = demands.get(ThreadLocalRandom.current().nextInt(DEMANDS));
            times.time(
                    "match",
                    () -> traders.get(thread)
                            .buyer()
                            .get("platform/v1/market/matches?demandID=" + demand)
                            .expect(200));
        });
        beside.join();
        System.out.printf(
                "%s, %d at once%s: %.1f questions/s%n",
                what, atOnce, publishing ? " beside publishing" : "", times.count("match") / took);
        times.print();
        publications.print();
        awaitTold();
    }

    private void publish(int seconds, Times times) {
        try {
            Load.run(1, seconds, thread -> {
                Traders who = traders.get(ThreadLocalRandom.current().nextInt(SELLERS));
                JsonObject data = who.data(GONE, words.category(), words.keyWords(3), words.description());
                String id = times.time(
                                "registerData",
                                () -> who.seller().post("registerData", data).data())
                        .getString("registrationID");
                times.time(
                        "publishData",
                        () -> who.seller()
                                .post("publishData", who.publication(id, "1"))
                                .data());
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the other side was told of all that was published. */
    private void awaitTold() throws SQLException {
        while (books.number("select count(*) from market_news").signum() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
