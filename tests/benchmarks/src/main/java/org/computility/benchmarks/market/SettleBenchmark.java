package org.computility.benchmarks.market;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.system.Platform;

/**
 * Usage records rated and posted a second: by {@code settle-orders}, by the same job written for Spring Batch, and by one
 * statement in the database. Each settles sets of the same records in the same tables, in turn, with all that the database
 * checks; each set is checked to the cent, and at the end the platform's own comparison must find the books in order. A first round does not count.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; rounds; orders and
 * records of each in a set; {@code COMPUTILITY_MARKET_FEE} that the platform was started with, not 0.
 */
public final class SettleBenchmark {

    private static final int PARTIES = 8;

    private final Platform platform;
    private final PlatformDatabase books;
    private final List<UUID> payers = new ArrayList<>();
    private final List<UUID> payees = new ArrayList<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    private SettleBenchmark(Platform platform, PlatformDatabase books) {
        this.platform = platform;
        this.books = books;
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        PlatformDatabase books = new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5));
        SettleBenchmark benchmark = new SettleBenchmark(platform, books);
        BigDecimal fee = new BigDecimal(arguments[8]);
        try (SpringSettler spring = new SpringSettler(books, fee)) {
            List<Settler> settlers =
                    new ArrayList<>(List.of(new OurSettler(platform), spring, new SqlSettler(books, fee)));
            benchmark.measure(
                    settlers,
                    Integer.parseInt(arguments[5]),
                    Integer.parseInt(arguments[6]),
                    Integer.parseInt(arguments[7]));
        }
        new OurSettler(platform).reconcile();
        System.out.println("the books agree");
    }

    private void measure(List<Settler> settlers, int rounds, int orders, int each) throws SQLException {
        for (int i = 0; i < PARTIES; i++) {
            payers.add(UUID.fromString(platform.freshOrganisation()));
            payees.add(UUID.fromString(platform.freshOrganisation()));
            deposit(payers.get(i));
        }
        for (int round = 0; round <= rounds; round++) {
            for (Settler settler : settlers) {
                double rate = rate(settler, orders, each);
                System.out.printf("round %d: %s %.0f/s%n", round, settler.name(), rate);
                if (round > 0) {
                    rates.computeIfAbsent(settler.name(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
            // But the first opens the accounts that the others need.
            if (round > 0) {
                Collections.rotate(settlers, 1);
            }
        }
        rates.forEach((name, all) -> System.out.printf(
                "%s: median %.0f/s (%.0f to %.0f)%n",
                name,
                sorted(all).skip(all.size() / 2).findFirst().orElseThrow(),
                Collections.min(all),
                Collections.max(all)));
    }

    private double rate(Settler settler, int orders, int each) throws SQLException {
        UsageSet set = UsageSet.fresh(books, payers, payees, orders, each);
        long begin = System.nanoTime();
        settler.settle(set);
        double seconds = (System.nanoTime() - begin) / 1e9;
        set.check();
        return set.records() / seconds;
    }

    private void deposit(UUID payer) {
        platform.asAdmin()
                .post(
                        "platform/v1/settlement/deposits",
                        Json.createObjectBuilder()
                                .add("account", payer.toString())
                                .add("amount", new BigDecimal("100000000"))
                                .add("reference", platform.freshName("deposit"))
                                .build())
                .expect(200, 201);
    }

    private static Stream<Double> sorted(List<Double> all) {
        return all.stream().sorted();
    }
}
