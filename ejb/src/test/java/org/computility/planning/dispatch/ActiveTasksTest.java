package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.ActiveTasks.Held;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class ActiveTasksTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final PlanningRows rows = new PlanningRows(session, NOW);
    private final ActiveTasks tasks = new ActiveTasks_(session);
    private final long plan = rows.plan("PERIODIC", true);
    private final UUID service = UUID.randomUUID();

    @Test
    void nodesAndServicesHaveWhatTakesUpRoom() {
        UUID running = on("node", InstanceState.RUNNING);
        UUID stopping = on("node", InstanceState.STOPPING);
        on("node", InstanceState.FINISHED);

        assertThat(tasks.onNode("node")).containsExactlyInAnyOrder(running, stopping);
        assertThat(tasks.onNode("other")).isEmpty();
        assertThat(tasks.onServices(new UUID[] {service, UUID.randomUUID()}))
                .containsExactlyInAnyOrder(
                        new ActiveTasks.Served(running, service), new ActiveTasks.Served(stopping, service));
    }

    @Test
    void nodesAreFoundByWhatTheyHave() {
        UUID running = on("node", InstanceState.RUNNING);
        UUID stopping = on("other", InstanceState.STOPPING);
        on("idle", InstanceState.FINISHED);
        String[] nodes = {"node", "other", "idle", "nobody"};

        assertThat(tasks.nodes(nodes)).containsExactlyInAnyOrder("node", "other");
        assertThat(tasks.onNodes(nodes))
                .containsExactlyInAnyOrder(
                        new Held(running, "node", "RUNNING", null, null, NOW),
                        new Held(stopping, "other", "STOPPING", null, null, NOW));
    }

    @Test
    void anInstanceTellsWhetherItChangedSince() {
        UUID ended = on("node", InstanceState.FINISHED);

        assertThat(tasks.changedSince(new UUID[] {ended, UUID.randomUUID()}, NOW))
                .containsExactly(ended);
        assertThat(tasks.changedSince(new UUID[] {ended}, NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void aNodeIsAskedAgainThoughTheClockWasPutBack() {
        UUID stopping = on("node", InstanceState.STOPPING);
        rows.write("update task_instance set retry_at = ?1", NOW.plusSeconds(3_600));

        assertThat(tasks.halfStopped(NOW.minusSeconds(60), NOW)).containsExactly(stopping);
    }

    @Test
    void aStopIsHalfDoneWhenNobodyEndedIt() {
        UUID stopping = on("node", InstanceState.STOPPING);
        on("node", InstanceState.RUNNING);

        assertThat(tasks.halfStopped(NOW, NOW)).isEmpty();
        assertThat(tasks.halfStopped(NOW.plusSeconds(1), NOW)).containsExactly(stopping);
    }

    private UUID on(String node, InstanceState state) {
        UUID id = rows.instance(plan, state, 0, null);
        rows.write("update task_instance set compute_code = ?1, service_id = ?2 where id = ?3", node, service, id);
        return id;
    }
}
