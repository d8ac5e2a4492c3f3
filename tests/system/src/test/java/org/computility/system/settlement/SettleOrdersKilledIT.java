package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The server dies in the middle of settling orders, again and again. {@code -Dcomputility.settle.kills=50}, {@code
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

    private final Platform platform;
    private final ServerUnderTest server;
    private final BookJobs jobs;
    private final List<Payer> payers = new ArrayList<>();

    SettleOrdersKilledIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        jobs = new BookJobs(platform);
    }

    @Test
    void goesOnAfterwardsAndNothingIsChargedTwice() {
        ManyOrders orders = new ManyOrders(server.database(), UUID.fromString(platform.freshOrganisation()));
        for (int payer = 0; payer < PAYERS; payer++) {
            payers.add(new Payer(platform));
            payers.get(payer).paid("1000000");
            orders.add(payers.get(payer).organisation(), ORDERS, RECORDS / PAYERS / ORDERS);
        }
        long charges = orders.months();
        String run = jobs.settle(AT_ONCE);
        Random random = new Random();
        int interrupted = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long moment = charges * kill / (KILLS + 1) - random.nextInt(Math.max(1, (int) (charges / (KILLS + 1) / 2)));
            // Begun anew after the kill before: on a busy machine that may take longer than what is left to do.
            int attempt = interrupted + 1;
            await().atMost(PATIENCE).until(() -> jobs.run(run).getInt("attempt") >= attempt);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> orders.paid() >= moment);
            server.kill();
            interrupted += orders.isAtWork(run) ? 1 : 0;
            server.start();
        }

        JsonObject ended = jobs.ended(run);

        assertThat(ended.getString("status")).as("%s", ended).isEqualTo("COMPLETED");
        assertThat(interrupted).isPositive();
        assertThat(ended.getInt("attempt")).isGreaterThanOrEqualTo(interrupted + 1);
        assertThat(orders.unrated()).isZero();
        assertThat(orders.paid()).isEqualTo(charges);
        assertThat(orders.isPaidOutOnce()).isTrue();
        for (Payer payer : payers) {
            assertThat(new BigDecimal("1000000").subtract(payer.balance()))
                    .isEqualByComparingTo(orders.costs(payer.organisation()));
        }
        JsonObject compared = jobs.ended(jobs.reconcile());
        assertThat(compared.getString("status")).as("%s", compared).isEqualTo("COMPLETED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());
    }
}
