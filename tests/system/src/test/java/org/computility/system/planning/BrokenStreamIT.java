package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.computility.system.FakeNode;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Workshop;

/** A node's event stream breaks, things happen that the platform does not hear of, and the stream is opened again. */
@OnTheServer
class BrokenStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @SideBySide
    void theNodesStateCountsOnceItsStreamIsOpenAgain(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 8)) {
            workshop.load(1);
            FakeNode node = workshop.node();
            long plan = workshop.create(workshop.periodic(3).add("AutoStart", true));
            await().atMost(PATIENCE).until(() -> workshop.plan(plan).getInt("RunningCount") == 3);
            List<String> ids = node.runs().stream().map(TaskRun::taskId).toList();
            int opened = node.events().opened();

            node.events().interrupt();
            node.tasks().end(ids.get(0));
            node.tasks().lose(ids.get(1));
            String stranger = UUID.randomUUID().toString();
            node.tasks().runUnasked(stranger);
            // Unheard: the platform still believes what it was told last.
            assertThat(node.events().open()).isZero();
            assertThat(workshop.plan(plan).getInt("RunningCount")).isEqualTo(3);
            node.events().mend();

            await().atMost(PATIENCE).until(() -> node.events().opened() > opened);
            await().atMost(PATIENCE).until(() -> hasEnded(node, stranger));
            // A camera that the node calls finished, or does not have any more, must start anew.
            for (String again : ids.subList(0, 2)) {
                await().atMost(PATIENCE).until(() -> runs(node, again) == 2);
                await().atMost(PATIENCE)
                        .until(() ->
                                instance(workshop, again).getString("Status").equals("RUNNING"));
            }
            assertThat(hasEnded(node, ids.get(2))).isFalse();
            assertThat(node.events().open()).isEqualTo(1);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
            assertThat(node.running()).isZero();
        }
    }

    @InTurn
    @SideBySide
    void aNodeThatRegistersAnewIsListenedToThoughItsOldStreamLooksOpen(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 8)) {
            workshop.load(1);
            FakeNode node = workshop.node();
            await().atMost(PATIENCE).until(() -> node.events().open() == 1);
            int opened = node.events().opened();

            workshop.register(node);

            await().atMost(PATIENCE).until(() -> node.events().opened() > opened);
            await().atMost(PATIENCE).until(() -> node.events().open() == 1);
        }
    }

    /**
     * A node that was cut off has come back, keeps alive and does not register: nothing answers on its old connection.
     * Here something does, so late that the stream is never silent for the 15 s that prove it broken.
     */
    @InTurn
    @SideBySide
    void aKeepaliveOpensAStreamAnewThatIsQuieterThanItWas(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 8)) {
            FakeNode node = workshop.node();
            await().atMost(PATIENCE).until(() -> node.events().comments() > 3);
            int opened = node.events().opened();

            node.events().commentEvery(Duration.ofSeconds(12));

            await().atMost(PATIENCE).until(() -> node.events().opened() > opened);
        }
    }

    private static JsonObject instance(Workshop workshop, String id) {
        return workshop.operator().get("ACSMP/TaskInstances/" + id).data();
    }

    private static long runs(FakeNode node, String task) {
        return node.runs().stream().filter(run -> run.taskId().equals(task)).count();
    }

    private static boolean hasEnded(FakeNode node, String task) {
        return node.runs().stream().filter(run -> run.taskId().equals(task)).allMatch(run -> run.endedAt() != null);
    }
}
