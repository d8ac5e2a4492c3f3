package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The server dies in the middle of settling orders, again and again; at the end the books are those of an undisturbed run, and the
 * platform's fee is in them. {@code -Dcomputility.settle.kills=50}, {@code
 * -Dcomputility.settle.records=100000} take as many kills and usage records as that.
 */
@InTurn(place = 1)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class SettleOrdersKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int KILLS = Integer.getInteger("computility.settle.kills", 2);
    private static final int RECORDS = Integer.getInteger("computility.settle.records", 20_000);
    private static final int PAYERS = 8;
    private static final int ORDERS = Math.max(25, KILLS * 10);
    private static final int AT_ONCE = 2;
    /** Of most charges it is no whole number of fen. */
    private static final BigDecimal FEE = new BigDecimal("2.5");

    private static final Map<String, String> WITH_FEE = Map.of("COMPUTILITY_MARKET_FEE", FEE.toString());

    private final Platform platform;
    private final ServerUnderTest server;
    private final BookJobs jobs;

    SettleOrdersKilledIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        jobs = new BookJobs(platform);
    }

    @BeforeEach
    void withFee() {
        server.stop();
        server.start(WITH_FEE);
    }

    @AfterEach
    void withoutFee() {
        server.stop();
        server.start();
    }

    @Test
    void goesOnAfterwardsAndNothingIsChargedTwice() {
        UUID payee = UUID.fromString(platform.freshOrganisation());
        ManyOrders orders = new ManyOrders(server.database(), payee);
        List<Payer> payers = payers(orders);
        long charges = orders.months();
        long deeds = charges + PAYERS * ORDERS;
        String run = jobs.settle(AT_ONCE);
        Random random = new Random();
        int interrupted = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            // In both steps: while orders are charged, and while what they earned is paid out.
            long moment = deeds * kill / (KILLS + 1) - random.nextInt(Math.max(1, (int) (deeds / (KILLS + 1) / 2)));
            // Begun anew after the kill before: on a busy machine that may take longer than what is left to do.
            int attempt = interrupted + 1;
            await().atMost(PATIENCE).until(() -> jobs.run(run).getInt("attempt") >= attempt);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> orders.paid() + orders.payouts() >= moment);
            server.kill();
            interrupted += orders.isAtWork(run) ? 1 : 0;
            server.start(WITH_FEE);
        }

        JsonObject ended = jobs.ended(run);

        assertThat(ended.getString("status")).as("%s", ended).isEqualTo("COMPLETED");
        assertThat(interrupted).isPositive();
        assertThat(ended.getInt("attempt")).isGreaterThanOrEqualTo(interrupted + 1);
        areSettled(orders, charges, payers);
        isAsAnUndisturbedRun(orders);
        JsonObject compared = jobs.ended(jobs.reconcile());
        assertThat(compared.getString("status")).as("%s", compared).isEqualTo("COMPLETED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());
    }

    private List<Payer> payers(ManyOrders orders) {
        List<Payer> payers = new ArrayList<>();
        for (int number = 0; number < PAYERS; number++) {
            Payer payer = new Payer(platform);
            payer.paid("1000000");
            orders.add(payer.organisation(), ORDERS, RECORDS / PAYERS / ORDERS);
            payers.add(payer);
        }
        return payers;
    }

    private static void areSettled(ManyOrders orders, long charges, List<Payer> payers) {
        assertThat(orders.unrated()).isZero();
        assertThat(orders.paid()).isEqualTo(charges);
        assertThat(orders.isPaidOutOnce()).isTrue();
        for (Payer payer : payers) {
            assertThat(new BigDecimal("1000000").subtract(payer.balance()))
                    .isEqualByComparingTo(orders.costs(payer.organisation()));
        }
        BigDecimal fee = orders.fee(FEE);
        assertThat(fee).isPositive();
        assertThat(orders.kept()).isEqualByComparingTo(fee);
        BigDecimal costs = payers.stream()
                .map(payer -> orders.costs(payer.organisation()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(orders.paidOut()).isEqualByComparingTo(costs.subtract(fee));
    }

    /** As many orders of others, with usage at the same moments, which nobody disturbs. */
    private void isAsAnUndisturbedRun(ManyOrders disturbed) {
        ManyOrders orders = disturbed.alike(UUID.fromString(platform.freshOrganisation()));
        payers(orders);
        JsonObject ended = jobs.ended(jobs.settle(AT_ONCE));

        assertThat(ended.getString("status")).as("%s", ended).isEqualTo("COMPLETED");
        assertThat(disturbed.books()).isNotEmpty().isEqualTo(orders.books());
    }
}
