package org.computility.system.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.OptionalTool;
import org.computility.system.Platform;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus takes the figures, and what the dashboard asks of it has an answer. */
@InTurn
@OnTheServer
class PrometheusIT {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Test
    void promtoolFindsNothingToMend(Platform platform) throws IOException, InterruptedException {
        Path promtool = OptionalTool.require("promtool");
        platform.anonymous().get("platform/v1/health/ready").expect(200);
        byte[] text = platform.as(TestSettings.METRICS_TOKEN)
                .get("platform/v1/metrics")
                .expect(200)
                .body();

        Process check = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = check.getOutputStream()) {
            in.write(text);
        }
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        assertThat(check.exitValue()).isZero();
    }

    @Test
    void itScrapesThePlatformAndTheDashboardHasAnswers(Platform platform, @TempDir Path folder) {
        List<String> expressions = Dashboard.read().expressions();
        assertThat(expressions).hasSizeGreaterThan(20);
        try (RealPrometheus prometheus = new RealPrometheus(platform.baseUri(), TestSettings.METRICS_TOKEN, folder);
                FakeNode node = new FakeNode(platform.freshComputeCode())) {
            // So that something was heard, and something of the clock has run.
            node.register(platform, platform.deviceAccount(node.code()));
            platform.asAdmin()
                    .post(
                            "platform/v1/batch/runs",
                            Json.createObjectBuilder()
                                    .add("jobName", "reconcile-ledger")
                                    .build())
                    .expect(201, 409);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(prometheus.targets())
                            .singleElement()
                            .satisfies(target -> {
                                assertThat(target.getString("health"))
                                        .as("%s", target)
                                        .isEqualTo("up");
                                assertThat(target.getString("lastError")).isEmpty();
                            }));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(value(prometheus, "max(computility_nodes{state=\"online\"})"))
                            .isPositive());
            assertThat(value(prometheus, "computility_database_up")).isEqualTo(1);
            await().atMost(PATIENCE).untilAsserted(() -> {
                platform.anonymous().get("platform/v1/metrics").expect(401);
                Set<String> names = prometheus.names();
                expressions.forEach(expression -> {
                    assertThat(names).as(expression).containsAll(Dashboard.series(expression));
                    assertThat(prometheus.query(expression)).as(expression).isNotEmpty();
                });
            });
        }
    }

    private static double value(RealPrometheus prometheus, String expression) {
        JsonArray found = prometheus.query(expression);
        assertThat(found).as(expression).isNotEmpty();
        return Double.parseDouble(found.getJsonObject(0).getJsonArray("value").getString(1));
    }
}
