package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** A node that says "not now" to all starts, or takes no call at all, does not keep them from a node with room. */
@InTurn
@OnTheServer
class FullNodeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void afterThreeRefusalsAnotherNodeIsAsked(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            runs(workshop, 2);
            // It has the smaller share, so it is asked first.
            FakeNode full = workshop.addNode();
            workshop.load(full, 1);
            full.tasks().refuseStarts();

            runs(workshop, 1);

            assertThat(full.starts()).hasSize(3);
            assertThat(full.running()).isZero();
            assertThat(workshop.node().running()).isEqualTo(3);
        }
    }

    @Test
    void whatANodeThatTakesNoCallWouldRunWaitsWithItsWordsAndGoesElsewhere(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 4)) {
            workshop.load(1);
            workshop.node().closeForStarts(503, "the disk is being checked");

            long plan = workshop.create(workshop.periodic(1).add("AutoStart", true));

            await().atMost(SOON).until(() -> message(workshop, plan).contains("it is asked again at"));
            assertThat(message(workshop, plan)).contains(workshop.node().code(), "the disk is being checked");
            assertThat(workshop.plan(plan).getInt("StartingCount")).isEqualTo(1);
            JsonObject avoided = placement(workshop, plan);
            assertThat(avoided.getString("constraint")).isEqualTo("AVOIDED");
            assertThat(avoided.getString("message")).contains("the disk is being checked");

            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
            assertThat(instance(workshop, plan).getString("Status")).isEqualTo("PAUSED");
            assertThat(message(workshop, plan)).isEmpty();

            FakeNode other = workshop.addNode();
            workshop.load(other, 1);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200);
            await().atMost(SOON).until(() -> other.running() == 1);
            assertThat(workshop.node().running()).isZero();
        }
    }

    private static JsonObject instance(Workshop workshop, long plan) {
        return workshop.operator()
                .post("ACSMP/TaskInstances/Search", "{\"TaskID\":" + plan + "}")
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0);
    }

    private static String message(Workshop workshop, long plan) {
        return instance(workshop, plan).getString("Message", "");
    }

    private static JsonObject placement(Workshop workshop, long plan) {
        String id = instance(workshop, plan).getString("ID");
        return workshop.operator()
                .get("platform/v1/planning/instances/" + id + "/placement")
                .expect(200)
                .json()
                .getJsonArray("nodes")
                .getJsonObject(0);
    }

    private static void runs(Workshop workshop, int instances) {
        long plan = workshop.create(workshop.periodic(instances).add("AutoStart", true));
        await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == instances);
    }
}
