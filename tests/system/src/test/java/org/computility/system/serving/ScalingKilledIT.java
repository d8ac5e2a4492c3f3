package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Workshop;
import org.computility.system.planning.ClosingPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The server dies while a node loads what a scaling rule decided: the node loads it, and nobody hears of it. In the same moment the
 * window of a plan is over: its node is told to end the tasks, does so, and nobody hears of that either.
 */
@InTurn(place = 1)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class ScalingKilledIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whatWasDecidedIsDoneOnceAndAPlanIsClosedOnce(Platform platform, ServerUnderTest server) throws SQLException {
        try (Workshop workshop = new Workshop(platform, 2);
                ClosingPlan closing = new ClosingPlan(platform)) {
            CountDownLatch loaded = new CountDownLatch(1);
            workshop.node().holdLoads(loaded);
            String rule = workshop.operator()
                    .post(
                            "platform/v1/serving/scaling-rules",
                            Json.createObjectBuilder()
                                    .add("algoDefCode", workshop.algorithm().capability())
                                    .add("maxReplicas", 3)
                                    .add("coolDownSeconds", 0)
                                    .build())
                    .expect(201)
                    .json()
                    .getString("id");
            await().atMost(SOON).until(() -> workshop.node().asked("POST /AlgoServices") == 1);
            closing.shut();
            await().atMost(SOON).until(closing::isHalfDone);

            server.kill();
            loaded.countDown();
            closing.answer();
            await().atMost(SOON).until(() -> workshop.node().services().size() == 1);
            server.start();
            closing.assertClosedOnce(server.database());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(server.openExecutions()).isEmpty());

            // The lease of the server that died ends after 30 s.
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            decisions(workshop, rule).get(0).getString("reason").equals("STEADY"));
            List<JsonObject> decisions = decisions(workshop, rule);
            assertThat(decisions).as("nothing was decided twice").hasSize(2);
            assertThat(decisions.get(1).getString("action")).isEqualTo("LOAD");
            assertThat(decisions.get(1).getString("outcome")).isEqualTo("DONE");
            assertThat(workshop.node().services())
                    .as("the same service, asked for twice, is there once")
                    .containsExactly(decisions.get(1).getString("serviceId"));
            assertThat(workshop.node().asked("POST /AlgoServices"))
                    .as("a comparison with the node may find it before the node is asked again")
                    .isBetween(1, 2);
        }
    }

    private static List<JsonObject> decisions(Workshop workshop, String rule) {
        return workshop.operator()
                .get("platform/v1/serving/scaling-rules/" + rule + "/decisions")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
