package org.computility.system.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
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

/** The server dies in the middle of deleting old results. */
@InTurn(place = 0)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class PurgeResultsKilledIT {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int OLD = 20_000;
    private static final int YOUNG = 1_000;
    private static final int MIDDLE = 2_000;

    private final Platform platform;
    private final ServerUnderTest server;
    private ManyResults results;

    PurgeResultsKilledIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
    }

    @BeforeEach
    void insert() {
        results = new ManyResults(server.database());
        results.add(OLD / 10, 10, 100);
        results.add(YOUNG, 1, 20);
    }

    @AfterEach
    void delete() {
        results.delete();
    }

    @Test
    void goesOnAfterwardsUntilExactlyTheOldOnesAreGone() {
        long old = results.olderThan(30);
        assertThat(old).isGreaterThanOrEqualTo(OLD);
        String path = RUNS + "/" + start().getInt("id");
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> deleted(run(path)) >= MIDDLE);

        server.kill();
        // What a killed server leaves behind is what is looked for afterwards.
        assertThat(server.openExecutions())
                .anyMatch(open -> open.startsWith("execution"))
                .anyMatch(open -> open.startsWith("step"));
        long left = results.count();
        assertThat(left).as("results left by the killed server").isBetween(YOUNG + 1L, (long) YOUNG + OLD - MIDDLE);
        server.start();

        JsonObject ended = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> run(path), run -> run.containsKey("endedAt"));
        assertThat(ended.getString("status")).isEqualTo("COMPLETED");
        assertThat(ended.getInt("attempt")).isEqualTo(2);
        assertThat(results.count()).isEqualTo(YOUNG);
        assertThat(results.olderThan(30)).isZero();
        assertThat(deleted(ended)).as("deleted, over both attempts").isEqualTo(old);
        assertThat(results.hasDay(100)).isFalse();
        assertThat(results.hasDay(91)).isFalse();
        assertThat(results.hasDay(20)).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());
    }

    private JsonObject start() {
        JsonObject wanted = Json.createObjectBuilder()
                .add("jobName", "purge-results")
                .add(
                        "parameters",
                        Json.createObjectBuilder().add("olderThan", "P30D").add("atOnce", "100"))
                .build();
        return platform.asAdmin().post(RUNS, wanted).expect(201).json();
    }

    private JsonObject run(String path) {
        return platform.asAdmin().get(path).expect(200).json();
    }

    private static long deleted(JsonObject run) {
        JsonObject facts = run.getJsonObject("progressFacts");
        return facts.containsKey("deleted") ? facts.getJsonNumber("deleted").longValue() : 0;
    }
}
