package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** Why task instances wait, and that the change that is named admits them. */
@OnTheServer
@InTurn
class WaitingInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void theNamedChangeAdmitsAnInstance(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 1)) {
            String first =
                    instance(workshop, workshop.create(workshop.periodic(1).add("AutoStart", true)));
            JsonObject unserved = placement(workshop, first);
            assertThat(unserved.getString("state")).isEqualTo("PENDING");
            assertThat(unserved.getBoolean("startsNext")).isFalse();
            assertThat(node(unserved).getString("constraint")).isEqualTo("NO_SERVICE");
            assertThat(step(unserved).getString("kind")).isEqualTo("LOAD");
            assertThat(step(unserved).getString("computeCode"))
                    .isEqualTo(workshop.node().code());

            String service = workshop.load(1);
            await().atMost(SOON).until(() -> placement(workshop, first).containsKey("chosen"));
            assertThat(placement(workshop, first).getJsonObject("chosen").getString("serviceId"))
                    .isEqualTo(service);

            String second =
                    instance(workshop, workshop.create(workshop.periodic(1).add("AutoStart", true)));
            JsonObject full = placement(workshop, second);
            assertThat(node(full).getString("constraint")).isEqualTo("FULL");
            assertThat(step(full).getString("kind")).isEqualTo("PRIORITY");
            assertThat(step(full).getInt("priority")).isEqualTo(1);
            JsonObject stream = full.getJsonArray("changes")
                    .getJsonObject(1)
                    .getJsonArray("steps")
                    .getJsonObject(0);
            assertThat(stream.getString("kind")).isEqualTo("STREAM");
            assertThat(stream.getString("serviceId")).isEqualTo(service);
            assertThat(full.containsKey("estimatedStart"))
                    .as("what runs has no end")
                    .isFalse();

            String other = workshop.load(workshop.addNode(), 1);
            await().atMost(SOON).until(() -> placement(workshop, second).containsKey("chosen"));
            assertThat(placement(workshop, second).getJsonObject("chosen").getString("serviceId"))
                    .isEqualTo(other);
        }
    }

    @Test
    void onlyItsOrganisationIsTold(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 1)) {
            String id = instance(workshop, workshop.create(workshop.periodic(1).add("AutoStart", true)));
            Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
            Visitor stranger = platform.as(platform.login(account.username(), account.password()));

            assertThat(stranger.get(path(id)).status()).isEqualTo(404);
            assertThat(stranger.get(path(id)).failure()).isEqualTo("instance-unknown");
            assertThat(workshop.operator().get(path("x")).failure()).isEqualTo("member-invalid");
        }
    }

    private static JsonObject placement(Workshop workshop, String id) {
        return workshop.operator().get(path(id)).expect(200).json();
    }

    private static String path(String id) {
        return "platform/v1/planning/instances/" + id + "/placement";
    }

    private static JsonObject node(JsonObject placement) {
        return placement.getJsonArray("nodes").getJsonObject(0);
    }

    private static JsonObject step(JsonObject placement) {
        return placement
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonArray("steps")
                .getJsonObject(0);
    }

    private static String instance(Workshop workshop, long plan) {
        return ((JsonString) workshop.plan(plan)
                        .getJsonArray("AlgoTaskInfos")
                        .getJsonObject(0)
                        .get("ID"))
                .getString();
    }
}
