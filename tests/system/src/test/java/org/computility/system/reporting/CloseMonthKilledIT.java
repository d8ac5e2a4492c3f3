package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The server dies in the middle of closing a month. */
@InTurn(place = 2)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class CloseMonthKilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CENTERS = 600;
    private static final int SOME = 60;

    private final Platform platform;
    private final ServerUnderTest server;
    private final ManyCenters centers;

    CloseMonthKilledIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        centers = new ManyCenters(server.database(), platform.freshName("关账"));
    }

    @BeforeEach
    void report() {
        centers.add(CENTERS, platform.freshOrganisation());
    }

    @AfterEach
    void leave() {
        centers.leave();
    }

    @Test
    void goesOnAfterwardsAndClosesNoCenterTwice() {
        ClosingRun run = ClosingRun.start(platform, 1, 7);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> centers.closed() >= SOME);

        server.kill();
        assertThat(server.openExecutions()).anyMatch(open -> open.startsWith("step"));
        assertThat(centers.closed()).isBetween((long) SOME, CENTERS - 1L);
        server.start();

        JsonObject ended = run.ended();
        assertThat(ended.getString("status")).as("%s", ended).isEqualTo("COMPLETED");
        assertThat(ended.getInt("attempt")).isEqualTo(2);
        assertThat(centers.closed()).isEqualTo(CENTERS);
        assertThat(centers.states()).as("no center twice").isEqualTo(CENTERS);
        assertThat(ended.getJsonObject("progressFacts").getInt("closed")).isEqualTo(CENTERS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());
    }
}
