package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import jakarta.ejb.EJBContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.compute.events.NodeReconciliation;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.dispatch.preemption.Yielding;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.NoSettings;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final UUID EMPTY = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final TwoServices services = new TwoServices();
    private final List<NodeView> online = new ArrayList<>();
    private final List<String> rolledBack = new ArrayList<>();
    private final Claiming claiming = new Claiming();

    @BeforeEach
    void assemble() {
        NoSettings.use();
        rows.empty();
        claiming.starts = new Starts_(SESSION);
        claiming.services = services;
        claiming.preemption = SomePreemption.of(SESSION, Clock.fixed(NOW, ZoneOffset.UTC), EMPTY, OTHER);
        claiming.avoided = new NodesToAvoid();
        claiming.avoided.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        claiming.avoided.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {}
        };
        claiming.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        claiming.quotas = Licensed.quotas(SESSION);
        claiming.nodes = new ComputeNodes() {
            @Override
            public List<NodeView> online() {
                return online;
            }
        };
        claiming.context = (EJBContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EJBContext.class}, (proxy, method, values) -> {
                    rolledBack.add(method.getName());
                    return null;
                });
    }

    @Test
    void aGroupLocksOnlyTheServiceThatItGets() {
        StartOrder order = group(1);

        assertThat(claiming.claimFreely(List.of(order)))
                .hasValueSatisfying(chosen ->
                        assertThat(chosen).extracting(Assignment::serviceId).containsExactly(EMPTY));

        assertThat(services.locked).containsExactly(EMPTY);
        assertThat(rows.state(order.instances().get(0))).isEqualTo(InstanceState.STARTING);
        assertThat(rolledBack).isEmpty();
    }

    @Test
    void whereSomebodyTookTheRoomMeanwhileNothingIsWritten() {
        StartOrder order = group(1);
        services.slotsOnceLocked = 0;

        assertThat(claiming.claimFreely(List.of(order))).isEmpty();

        assertThat(rows.state(order.instances().get(0))).isEqualTo(InstanceState.PENDING);
        assertThat(rolledBack).containsExactly("setRollbackOnly");
    }

    @Test
    void whereSomebodyFindsNoPlaceTheWholeGroupIsLeftToTheOtherWay() {
        StartOrder order = group(4);

        assertThat(claiming.claimFreely(List.of(order))).isEmpty();

        assertThat(order.instances())
                .allSatisfy(id -> assertThat(rows.state(id)).isEqualTo(InstanceState.PENDING));
        assertThat(services.locked).isEmpty();
        assertThat(rolledBack).containsExactly("setRollbackOnly");
    }

    @Test
    void aNodeThatIsFullGetsTasksOnlyWhereNoOtherHasRoom() {
        countsAsFull("node-1");

        assertThat(claiming.claimFreely(List.of(group(2))))
                .hasValueSatisfying(chosen ->
                        assertThat(chosen).extracting(Assignment::serviceId).containsExactly(OTHER, EMPTY));
    }

    @Test
    void aNodeThatTakesTasksDirectlyGetsOnlyThoseThatNameIt() {
        services.none = true;
        online.addAll(List.of(direct("camera-1"), direct("camera-2")));
        long plan = rows.plan("PERIODIC", false);
        UUID own = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        rows.write("update task_instance set device_id = 'camera-2'");
        UUID elsewhere = rows.instance(plan, InstanceState.PENDING, 0, NOW);

        List<Assignment> chosen =
                rows.commit(() -> claiming.claimDue(Round.at(NOW), 10)).chosen();

        assertThat(chosen).extracting(one -> one.wish().id()).containsExactly(own);
        assertThat(chosen).extracting(Assignment::computeCode).containsExactly("camera-2");
        assertThat(rows.state(elsewhere)).isEqualTo(InstanceState.PENDING);
        assertThat(message(elsewhere)).isEqualTo("No running service of M in this organisation has room.");
    }

    @Test
    void whoseNodeIsAvoidedWaitsWithTheNodesWordsInAPlanOfEitherKind() {
        UUID periodic = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 0, NOW);
        UUID member = rows.instance(rows.plan("INSPECTIVE", false), InstanceState.PENDING, 0, NOW);
        for (String node : List.of("node-1", "node-2")) {
            claiming.avoided.add(node, "Compute " + node + " starts nothing now: restarting");
        }

        assertThat(rows.commit(() -> claiming.claimDue(Round.at(NOW), 10)).chosen())
                .isEmpty();

        assertThat(List.of(periodic, member)).allSatisfy(id -> {
            assertThat(rows.state(id)).isEqualTo(InstanceState.PENDING);
            assertThat(rows.retryAt(id)).isEqualTo(NOW.plusSeconds(5));
            assertThat(message(id))
                    .startsWith("Compute node-1 starts nothing now: restarting (at ")
                    .contains("it is asked again at ");
        });
    }

    @Test
    void whoGaveWayStartsBeforeALowerOneAndAfterThatAHigherOneTakesItsPlace() {
        long plan = rows.plan("PERIODIC", false);
        UUID later = rows.instance(plan, InstanceState.PENDING, 1, NOW);
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 2, NOW.plusSeconds(4));
        services.slots = 1;

        Claiming.Claim claim = rows.commit(() -> claiming.claimDue(Round.at(NOW), 10));
        assertThat(claim.chosen()).extracting(one -> one.wish().id()).containsExactly(gaveWay, later);
        assertThat(claim.yielding()).isEmpty();

        UUID high = rows.instance(plan, InstanceState.PENDING, 9, NOW);
        claim = rows.commit(() -> claiming.claimDue(Round.at(NOW), 10));
        assertThat(claim.chosen()).isEmpty();
        assertThat(claim.yielding()).extracting(Yielding::id).containsExactly(later);
        assertThat(rows.state(high)).isEqualTo(InstanceState.PENDING);
    }

    @Test
    void nobodyGivesWayToWhatALicenceRefuses() {
        long plan = rows.plan("PERIODIC", false);
        services.slots = 1;
        rows.instance(plan, InstanceState.PENDING, 0, NOW);
        rows.instance(plan, InstanceState.PENDING, 0, NOW);
        assertThat(rows.commit(() -> claiming.claimDue(Round.at(NOW), 10)).chosen())
                .hasSize(2);
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 1, NOW);
        rows.instance(plan, InstanceState.PENDING, 9, NOW);
        rows.instance(plan, InstanceState.PENDING, 9, NOW);

        Licensed.file(rows, PlanningRows.ORGANISATION, null, "M", 2);
        assertThat(rows.commit(() -> claiming.claimDue(Round.at(NOW), 10)).yielding())
                .isEmpty();
        assertThat(rows.retryAt(gaveWay)).as("it waits on").isEqualTo(NOW.plusSeconds(5));

        rows.write("update task_instance set retry_at = ?1 where state = 'PENDING'", NOW);
        Licensed.file(rows, PlanningRows.ORGANISATION, null, "M", 1);
        assertThat(rows.commit(() -> claiming.claimDue(Round.at(NOW), 10)).yielding())
                .as("one licence is left")
                .hasSize(1);
        rows.write("truncate licence_file cascade");
    }

    private String message(UUID id) {
        return rows.one(String.class, "select message from task_instance where id = ?1", id);
    }

    private static NodeView direct(String code) {
        return new NodeView(code, "CAP", "10.0.0.1", 8001, true, false, PlanningRows.ORGANISATION, NOW, NOW);
    }

    private void countsAsFull(String node) {
        UUID instance = UUID.randomUUID();
        for (int time = 0; time < 3; time++) {
            claiming.avoided.notNow(node, instance);
        }
    }

    private StartOrder group(int members) {
        long plan = rows.plan("INSPECTIVE", false);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            ids.add(rows.instance(plan, InstanceState.PENDING, 0, null));
        }
        return new StartOrder(plan, ids, 1, Duration.ofSeconds(10));
    }

    /** One with two slots, one with a single slot on a node that comes later. */
    private static final class TwoServices extends ServiceKeeping {

        private final List<UUID> locked = new ArrayList<>();
        private int slotsOnceLocked = 2;
        private int slots = 2;
        private boolean none;

        @Override
        public List<ServiceRoom> running(UUID organisationId, Set<String> algoDefCodes) {
            return List.of(room(EMPTY, "node-1", slots), room(OTHER, "node-2", 1));
        }

        @Override
        public List<ServiceRoom> lockRunning(Set<UUID> organisations, Set<String> algoDefCodes) {
            return none ? List.of() : running(PlanningRows.ORGANISATION, algoDefCodes);
        }

        @Override
        public List<ServiceRoom> lockRunning(Set<UUID> serviceIds) {
            locked.addAll(serviceIds);
            return serviceIds.stream()
                    .map(id -> room(id, "node-1", slotsOnceLocked))
                    .toList();
        }

        private static ServiceRoom room(UUID id, String node, int slots) {
            return new ServiceRoom(id, PlanningRows.ORGANISATION, node, Set.of("M"), slots, false);
        }
    }
}
