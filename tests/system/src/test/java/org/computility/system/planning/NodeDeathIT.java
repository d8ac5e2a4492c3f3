package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/**
 * A death that the network tells: the stream is broken, the address refuses, and nothing is heard. Silence tells after 120 s, so
 * what happens here within the tests' patience is not its doing.
 */
@InTurn
@OnTheServer
class NodeDeathIT {

    private static final Logger LOG = Logger.getLogger(NodeDeathIT.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theDeadOnesInstancesMoveOnceAndNothingElseDoes(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 2)) {
            FakeNode dead = workshop.node();
            FakeNode deaf = workshop.addNode();
            FakeNode cut = workshop.addNode();
            List<FakeNode> loaded = List.of(dead, deaf, cut);
            loaded.forEach(node -> workshop.load(node, 1));
            // As many nodes must be reached as are lost at the same time, those of the test before among them.
            List<FakeNode> idle = Stream.generate(() -> new FakeNode(platform.freshComputeCode()))
                    .limit(5)
                    .toList();
            try {
                idle.forEach(workshop::register);
                long plan = workshop.create(workshop.periodic(6).add("AutoStart", true));
                await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 6);
                FakeNode spare = workshop.addNode();
                workshop.load(spare, 1);
                Stream.concat(idle.stream(), loaded.stream())
                        .forEach(node -> await().atMost(PATIENCE)
                                .until(() -> node.events().open() == 1));
                int opened = cut.events().opened();

                deaf.vanish();
                deaf.keepAliveOnly();
                cut.events().interrupt();
                dead.vanish();
                Instant died = Instant.now();

                await().atMost(PATIENCE).until(() -> spare.running() == 2);
                tell("moved", died);
                assertThat(isOnline(workshop, dead)).isFalse();
                assertThat(dead.running()).as("nobody could tell it to stop").isEqualTo(2);
                assertThat(isOnline(workshop, deaf)).as("it keeps alive").isTrue();
                assertThat(isOnline(workshop, cut)).as("it can be reached").isTrue();

                cut.events().mend();
                dead.comeBack();
                Instant back = Instant.now();

                await().atMost(PATIENCE).until(() -> dead.running() == 0);
                tell("stopped at the old place", back);
                await().atMost(PATIENCE).until(() -> isOnline(workshop, dead));
                await().atMost(PATIENCE).until(() -> cut.events().opened() > opened);
                assertThat(spare.running()).isEqualTo(2);
                assertThat(spare.runs()).hasSize(2);
                assertThat(deaf.runs()).hasSize(2).allMatch(run -> run.endedAt() == null);
                assertThat(cut.runs()).hasSize(2).allMatch(run -> run.endedAt() == null);
                assertThat(workshop.plan(plan).getInt("RunningCount")).isEqualTo(6);
            } finally {
                idle.forEach(FakeNode::close);
            }
        }
    }

    private static void tell(String what, Instant since) {
        LOG.info(() -> "Two instances " + what + " after "
                + Duration.between(since, Instant.now()).toMillis() + " ms.");
    }

    /** {@code IsOnline} of table G.4. */
    private static boolean isOnline(Workshop workshop, FakeNode node) {
        return workshop.operator()
                .get("ACSMP/Computility?ComputilityCode=" + node.code())
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getJsonArray("DeviceInfos")
                .getJsonObject(0)
                .getBoolean("IsOnline");
    }
}
