package org.computility.settlement.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.computility.settlement.Money;

/**
 * Transfers a second, committed one by one, between 10,000 accounts and to one hot account, against pgbench running the same
 * five statements on the same database, in turn. Not a test: {@code main}, with the number of clients, the seconds of a measurement and the rounds; it stands
 * here for its use of the doors of tests. docs/benchmarks.md (i). {@code pgbench} must be on the path.
 */
final class LedgerBenchmark {

    private static final int ACCOUNTS = 10_000;
    private static final int WARM = 3;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Books books = new Books("0");
    private final List<UUID> organisations =
            IntStream.range(0, ACCOUNTS).mapToObj(i -> UUID.randomUUID()).toList();
    private final int clients;
    private final int seconds;
    private final int rounds;

    private LedgerBenchmark(int clients, int seconds, int rounds) {
        this.clients = clients;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        new LedgerBenchmark(
                        Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        for (int from = 0; from < ACCOUNTS; from += 1000) {
            List<NewTransfer> some = organisations.subList(from, from + 1000).stream()
                    .map(each -> Books.deposit(UUID.randomUUID(), each, "1000000"))
                    .toList();
            books.commit(() -> books.ledger().postAll(some));
        }
        for (int warm = 0; warm < WARM; warm++) {
            ours(false);
        }
        for (String sync : List.of("on", "off")) {
            books.write("alter database " + database() + " set synchronous_commit = " + sync);
            for (int round = 1; round <= rounds; round++) {
                say(sync, "10,000 accounts", ours(false), theirs(false));
                say(sync, "one hot account", ours(true), theirs(true));
            }
        }
    }

    private static void say(String sync, String what, double ours, double theirs) {
        System.out.printf(
                "synchronous_commit %s, %s: ledger %.0f/s, pgbench %.0f/s, ratio %.2f%n",
                sync, what, ours, theirs, ours / theirs);
    }

    /** Of one prepaid balance to another one's earnings; the hot one earns all. */
    private double ours(boolean hot) throws Exception {
        LongAdder done = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Random random = new Random();
            running.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    UUID seller = hot ? organisations.get(0) : any(random);
                    NewPurchase purchase = new NewPurchase(
                            UUID.randomUUID(), any(random), seller, new Money(BigDecimal.ONE, Money.CNY), "bench");
                    books.commit(() -> books.ledger().buy(purchase));
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

    private double theirs(boolean hot) throws IOException, InterruptedException {
        books.write("""
                create table if not exists bench_account as
                select row_number() over (partition by kind order by id) as number, id, kind from ledger_account
                where kind in ('PREPAID', 'PAYABLE')
                """);
        books.write("create index if not exists bench_account_number on bench_account (kind, number)");
        long sellers = books.count("bench_account where kind = 'PAYABLE'");
        Path script = Files.writeString(
                Files.createTempFile("ledger", ".sql"),
                SCRIPT.replace("{sellers}", hot ? "1" : String.valueOf(sellers)).replace("{buyers}", "" + ACCOUNTS));
        String port = books.session()
                .createNativeQuery("select current_setting('port')", String.class)
                .getSingleResult();
        Process pgbench = new ProcessBuilder(
                        "pgbench",
                        "-h",
                        "localhost",
                        "-p",
                        port,
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
                        database())
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

    private String database() {
        return books.session()
                .createNativeQuery("select current_database()", String.class)
                .getSingleResult();
    }

    private UUID any(Random random) {
        return organisations.get(random.nextInt(ACCOUNTS));
    }

    private static final String SCRIPT = """
            \\set b random(1, {buyers})
            \\set s random(1, {sellers})
            begin;
            select gen_random_uuid() as t, greatest(now(), max(changed_at)) as at,
                max(cast(id as text)) filter (where kind = 'PREPAID') as buyer, max(balance) filter (where kind = 'PREPAID') as bb,
                max(version) filter (where kind = 'PREPAID') as bv,
                max(cast(id as text)) filter (where kind = 'PAYABLE') as seller, max(balance) filter (where kind = 'PAYABLE') as sb,
                max(version) filter (where kind = 'PAYABLE') as sv
            from (select * from ledger_account where id in (
                    (select id from bench_account where kind = 'PREPAID' and number = :b),
                    (select id from bench_account where kind = 'PAYABLE' and number = :s))
                order by id for no key update) l \\gset
            insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)
            values (:t, 'PURCHASE', 'bench', 'CNY', 2, '', :at);
            insert into ledger_entry (account_id, transfer_id, account_version, balance_after, amount, at)
            values (cast(:buyer as uuid), cast(:t as uuid), cast(:bv as bigint) + 1, cast(:bb as numeric) - 1.00, -1.00,
                cast(:at as timestamptz)),
                (cast(:seller as uuid), cast(:t as uuid), cast(:sv as bigint) + 1, cast(:sb as numeric) + 1.00, 1.00,
                cast(:at as timestamptz));
            update ledger_account a set balance = n.balance, version = n.version, changed_at = :at
            from (values (cast(:buyer as uuid), cast(:bb as numeric) - 1.00, cast(:bv as bigint) + 1),
                (cast(:seller as uuid), cast(:sb as numeric) + 1.00, cast(:sv as bigint) + 1)) n (id, balance, version)
            where a.id = n.id;
            end;
            """;
}
