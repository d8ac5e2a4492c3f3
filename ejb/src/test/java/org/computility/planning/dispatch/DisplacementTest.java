package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeOffline;
import org.computility.compute.NodeUnregistered;
import org.computility.planning.LockOrder;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.leaving.TasksLeft;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServicesUnloaded;
import org.computility.shared.FiredEvents;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisplacementTest {

    private static final NodeAddress ADDRESS = new NodeAddress("leaving", "127.0.0.1", 9, "device", new byte[0], NOW);
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final Displacement displacement = new Displacement();
    private final FiredEvents<TasksLeft> left = new FiredEvents<>();
    private final UUID service = UUID.randomUUID();

    @BeforeEach
    void assemble() {
        displacement.active = new ActiveTasks_(SESSION);
        displacement.ends = new Ends_(SESSION);
        displacement.left = left;
        displacement.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Test
    void aSilentNodesTasksAreDueElsewhereAndNoOthers() {
        UUID lost = runningOn("silent");
        UUID kept = runningOn("heard");

        displacement.on(new NodeOffline("silent"));

        assertThat(rows.state(lost)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(lost)).isEqualTo(NOW);
        assertThat(rows.state(kept)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aNodeThatLeavesLeavesItsTasks() {
        UUID lost = runningOn("leaving");

        displacement.on(new NodeUnregistered("leaving", ADDRESS));

        assertThat(rows.state(lost)).isEqualTo(InstanceState.PENDING);
        assertThat(left.news()).as("it is told to stop them").containsExactly(new TasksLeft(ADDRESS, List.of(lost)));
    }

    @Test
    void anUnloadedServiceLeavesItsTasks() {
        UUID lost = runningOn("serving");

        displacement.on(new ServicesUnloaded(Set.of(UUID.randomUUID())));
        assertThat(rows.state(lost)).isEqualTo(InstanceState.RUNNING);
        displacement.on(new ServicesUnloaded(Set.of(service)));

        assertThat(rows.state(lost)).isEqualTo(InstanceState.PENDING);
    }

    @Test
    void whatSeveralServicesRanIsLockedInTheOrderOfTheNumbers() {
        LockOrder order = new LockOrder(SESSION);
        rows.write(
                "update task_instance set state = 'RUNNING', service_id = ?1 where plan_id = ?2",
                service,
                order.plan());
        UUID other = UUID.randomUUID();
        rows.write(
                "update task_instance set service_id = ?1 where plan_id = ?2 and number % 2 = 0", other, order.plan());
        Displacement there = new Displacement();
        there.active = new ActiveTasks_(TestEntities.beside(SESSION));
        there.ends = new Ends_(TestEntities.beside(SESSION));
        there.clock = displacement.clock;

        order.holdsNoneWhileItWaitsForTheFirst(() -> there.on(new ServicesUnloaded(Set.of(service, other))));

        assertThat(rows.count("task_instance where plan_id = ?1 and state = 'PENDING'", order.plan()))
                .isEqualTo(order.instances().length);
        assertThat(rows.count("task_instance where message = ?1", "Service " + other + " is not loaded any more."))
                .isEqualTo(order.instances().length / 2);
    }

    private UUID runningOn(String node) {
        UUID id = rows.instance(rows.plan("PERIODIC", false), InstanceState.RUNNING, 0, null);
        rows.write("update task_instance set compute_code = ?1, service_id = ?2 where id = ?3", node, service, id);
        return id;
    }
}
