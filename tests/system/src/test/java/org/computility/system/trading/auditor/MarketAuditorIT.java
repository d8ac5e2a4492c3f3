package org.computility.system.trading.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.trading.Market;
import org.computility.system.trading.ServiceMarket;
import org.computility.system.trading.SoldService;
import org.junit.jupiter.api.Test;

/**
 * Random calls from many sides at once, of the market and its money. A second model, which knows nothing but what was asked and
 * answered, says which answers were allowed, and what must be there at the end. {@code -Dcomputility.auditor.requests=100000} judges
 * as many answers as that; {@code -Dcomputility.auditor.seed} chooses others.
 */
@OnTheServer
@InTurn
class MarketAuditorIT {

    private static final int REQUESTS = Integer.getInteger("computility.auditor.requests", 2000);
    private static final long SEED = Long.getLong("computility.auditor.seed", 20261128);
    private static final int THREADS = 16;
    private static final int MARKETS = REQUESTS > 10_000 ? 12 : 4;

    private final History history = new History();
    private final Platform platform;

    MarketAuditorIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void everyAnswerIsOneThatTheModelAllows() throws Exception {
        Known known = new Known(Stream.generate(this::market).limit(MARKETS).toList());
        try (SoldService service = new SoldService()) {
            String run = platform.freshName("auditor");
            int breadth = Math.max(6, REQUESTS / 60 / MARKETS);
            Deeds deeds = new Deeds(
                    new DataDeeds(known, history, service.address("/text"), run, breadth),
                    new MoneyDeeds(platform, known, history, run, service.address("/chat"), REQUESTS / 12 / MARKETS),
                    new LicenceDeeds(platform, known, history),
                    new ControlledDeeds(known, history, run, breadth / 2),
                    new ReversalDeeds(platform, known, history),
                    known);
            together(deeds);
            deeds.lookAtEverything();
        }

        assertThat(history.faults()).isEmpty();
        assertThat(Stream.of("uses of ", "policy ").flatMap(history::things)).isNotEmpty();
        assertThat(known.refunded).isNotEmpty();
        assertThat(known.orders).extracting(Known.Order::kind).contains(ServiceMarket.Kind.values());
        booksAgree(known);
    }

    /** The seller of the first market is paid for calls, too: what is left of all deposits. */
    private void booksAgree(Known known) {
        assertThat(balanced()).isTrue();
        known.markets.stream()
                .skip(1)
                .forEach(market -> assertThat(MoneyDeeds.balance(market, "PAYABLE"))
                        .as(market.owner())
                        .isEqualTo(known.sold(market)));
        long held = known.markets.stream()
                .mapToLong(market -> MoneyDeeds.balance(market, "PREPAID") + MoneyDeeds.balance(market, "PAYABLE"))
                .sum();
        assertThat(held).isEqualTo(known.deposited());
    }

    private void together(Deeds deeds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(SEED + thread);
            running.add(threads.submit(() -> {
                while (history.answers() < REQUESTS) {
                    deeds.one(random);
                }
            }));
        }
        threads.shutdown();
        for (Future<?> one : running) {
            one.get();
        }
    }

    private Market market() {
        Market market = new Market(platform);
        market.buyer()
                .put(
                        "platform/v1/accounts/me/key",
                        Json.createObjectBuilder()
                                .add("publicKey", market.key())
                                .build())
                .expect(200);
        return market;
    }

    private boolean balanced() {
        JsonObject trial = platform.asAdmin()
                .get("platform/v1/settlement/trial-balance")
                .expect(200)
                .json();
        return trial.getBoolean("balanced");
    }
}
