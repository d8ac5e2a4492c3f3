package org.computility.planning.dispatch.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.NodesToAvoid;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.dispatch.waiting.InstancePlacementView.HitRate;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.NotFound;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One node with one service of one stream. */
class InstancePlacementReasonsTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final UUID SERVICE = UUID.randomUUID();
    private static final String NODE = "11010800005020000001";

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final InstancePlacementReasons reasons = new InstancePlacementReasons();
    private String code;

    @BeforeEach
    void assemble() {
        rows.empty();
        reasons.waiters = new Waiters_(SESSION);
        reasons.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        reasons.quotas = Licensed.quotas(SESSION);
        reasons.avoided = new NodesToAvoid() {
            @Override
            public boolean contains(String computeCode) {
                return false;
            }

            @Override
            public boolean isFull(String computeCode) {
                return false;
            }
        };
        reasons.givingWay = new GivingWay();
        reasons.givingWay.avoided = reasons.avoided;
        reasons.givingWay.preemption = SomePreemption.of(SESSION, reasons.clock, SERVICE);
        reasons.nodes = new ComputeNodes() {
            @Override
            public List<NodeView> ofOrganisation(UUID organisationId) {
                return List.of(
                        new NodeView(NODE, "CAP", "10.0.0.1", 8001, true, true, PlanningRows.ORGANISATION, NOW, NOW));
            }
        };
        reasons.services = new ServiceKeeping() {
            @Override
            public List<Standing> ofOrganisation(UUID organisationId) {
                return List.of(new Standing(
                        new ServiceRoom(SERVICE, PlanningRows.ORGANISATION, NODE, Set.of(code), 1, false), true));
            }
        };
    }

    @Test
    void tellsWhatIsFullAndKeepsWhatItToldUntilTheInstanceBegins() {
        long inspection = rows.plan("INSPECTIVE", false);
        rows.write("update task_plan set group_started_at = ?, duration = 60 where id = ?", NOW, inspection);
        UUID runs = rows.instance(inspection, InstanceState.RUNNING, 5, null);
        rows.write("update task_instance set service_id = ?, compute_code = ? where id = ?", SERVICE, NODE, runs);
        UUID waits = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", waits);

        InstancePlacementView told = reasons.of(waits);
        assertThat(told.startsNext()).isFalse();
        assertThat(told.nodes()).singleElement().satisfies(node -> {
            assertThat(node.constraint()).isEqualTo("FULL");
            assertThat(node.taken()).isEqualTo(1);
        });
        assertThat(told.changes().get(0).steps().get(0).kind()).isEqualTo("STREAM");
        assertThat(told.estimatedStart()).isEqualTo(NOW.plus(Duration.ofSeconds(60)));
        assertThat(told.forecast()).isEqualTo(told.estimatedStart());
        assertThat(told.hitRate()).isEqualTo(new HitRate(0, 0));
        assertThat(reasons.of(runs).chosen().serviceId()).isEqualTo(SERVICE);

        rows.write("update instance_forecast set started_at = ?", NOW.plusSeconds(65));
        assertThat(reasons.of(waits).hitRate()).isEqualTo(new HitRate(1, 1));
    }

    @Test
    void tellsWhatANodeSaidThatIsAvoided() {
        UUID waits = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", waits);
        reasons.avoided = new NodesToAvoid() {
            @Override
            public boolean contains(String computeCode) {
                return true;
            }

            @Override
            public boolean isFull(String computeCode) {
                return false;
            }

            @Override
            public Optional<String> why(String computeCode) {
                return Optional.of("Compute " + computeCode + " starts nothing now: restarting");
            }
        };

        assertThat(reasons.of(waits).nodes()).singleElement().satisfies(node -> {
            assertThat(node.constraint()).isEqualTo("AVOIDED");
            assertThat(node.message()).isEqualTo("Compute " + NODE + " starts nothing now: restarting");
        });
    }

    @Test
    void whoIsBeforeItGetsWhatIsFree() {
        long plan = rows.plan("PERIODIC", false);
        UUID first = rows.instance(plan, InstanceState.PENDING, 7, NOW);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", waits);

        assertThat(reasons.of(first).startsNext()).isTrue();
        InstancePlacementView told = reasons.of(waits);
        assertThat(told.nodes().get(0).constraint()).isEqualTo("BEHIND");
        assertThat(told.nodes().get(0).instances()).containsExactly(first);
        assertThat(told.changes().get(0).steps().get(0).kind()).isEqualTo("PRIORITY");
        assertThat(told.estimatedStart()).isNull();
    }

    @Test
    void licencesThatAreUsedUpAreTheReasonWhateverRoomThereIs() {
        long plan = rows.plan("PERIODIC", false);
        UUID first = rows.instance(plan, InstanceState.PENDING, 7, NOW);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", waits);
        Licensed.file(rows, PlanningRows.ORGANISATION, null, code, 0);

        InstancePlacementView told = reasons.of(waits);

        assertThat(told.startsNext()).isFalse();
        assertThat(told.nodes().get(0).constraint()).isEqualTo("NO_LICENCE");
        assertThat(told.estimatedStart()).isNull();
        // The first gets one, too, and the service has one stream.
        assertThat(told.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.steps())
                        .extracting(InstancePlacementView.Measure::kind)
                        .contains("LICENCE"));
        assertThat(reasons.of(first).changes().get(0).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.streams()).isEqualTo(1));
        rows.write("truncate licence_file cascade");
    }

    @Test
    void aLowerOneGivesWayToItOrWouldIfItHadAHigherPriority() {
        long plan = rows.plan("PERIODIC", false);
        UUID runs = rows.instance(plan, InstanceState.RUNNING, 5, null);
        rows.write("update task_instance set service_id = ?, compute_code = ? where id = ?", SERVICE, NODE, runs);
        UUID equal = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", equal);

        InstancePlacementView told = reasons.of(equal);
        assertThat(told.startsNext()).isFalse();
        assertThat(told.nodes().get(0).constraint()).isEqualTo("FULL");
        assertThat(told.changes().get(0).steps()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo("PRIORITY");
            assertThat(step.priority()).isEqualTo(6);
        });

        UUID higher = rows.instance(plan, InstanceState.PENDING, 6, NOW);
        told = reasons.of(higher);
        assertThat(told.startsNext()).isTrue();
        assertThat(told.changes()).isEmpty();
        assertThat(told.nodes().get(0).constraint()).isEqualTo("YIELDS");
        assertThat(told.nodes().get(0).instances()).containsExactly(runs);
        assertThat(reasons.of(equal).nodes().get(0).constraint()).isEqualTo("FULL");
    }

    @Test
    void nobodyGivesWayWhereALicenceIsInTheWay() {
        long plan = rows.plan("PERIODIC", false);
        UUID runs = rows.instance(plan, InstanceState.RUNNING, 0, null);
        rows.write("update task_instance set service_id = ?, compute_code = ? where id = ?", SERVICE, NODE, runs);
        UUID waits = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        code = rows.one(String.class, "select algo_def_code from task_instance where id = ?", waits);
        Licensed.file(rows, PlanningRows.ORGANISATION, null, code, 1);

        assertThat(reasons.of(waits).nodes().get(0).constraint()).isEqualTo("NO_LICENCE");

        Licensed.file(rows, PlanningRows.ORGANISATION, null, code, 1);
        assertThat(reasons.of(waits).nodes().get(0).constraint()).isEqualTo("YIELDS");
        rows.write("truncate licence_file cascade");
    }

    @Test
    void anInstanceThatIsGoneIsUnknownAndIsForetoldNothing() {
        UUID gone = UUID.randomUUID();

        assertThatThrownBy(() -> reasons.of(gone))
                .isInstanceOfSatisfying(
                        NotFound.class, refused -> assertThat(refused.code()).isEqualTo("instance-unknown"));
        assertThat(reasons.waiters.foretell(gone, NOW, NOW)).isZero();
    }
}
