package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** A node that says "not now" to all starts does not keep them from a node with room. */
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

    private static void runs(Workshop workshop, int instances) {
        long plan = workshop.create(workshop.periodic(instances).add("AutoStart", true));
        await().atMost(SOON).until(() -> workshop.plan(plan).getInt("RunningCount") == instances);
    }
}
