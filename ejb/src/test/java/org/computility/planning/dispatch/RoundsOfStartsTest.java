package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.computility.compute.ComputeNodes;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.NodeView;
import org.computility.compute.events.NodeReconciliation;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceLockOrder;
import org.computility.serving.SomeServices;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.timing.HandClock;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clock of retries does in a second, from the rows that are due to the nodes. */
class RoundsOfStartsTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CROWD = 1_100;

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final SomeServices services = new SomeServices(SESSION);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final List<NodeView> online = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final Dispatch dispatch = dispatch(SESSION);
    private Executor helpers = Runnable::run;

    @BeforeEach
    void empty() {
        rows.empty();
        rows.write("delete from algorithm_service");
        clock.set(NOW);
    }

    @AfterEach
    void close() {
        answers.countDown();
        pool.shutdownNow();
    }

    @Test
    void aCrowdThatNobodyServesKeepsNoOtherOrganisationFromStarting() {
        crowd("N");
        UUID others = UUID.randomUUID();
        services.run(others, "node", NOW);
        accelerators.node("node");
        UUID low = due(others, "MOTION", null);

        startDue(dispatch);

        assertThat(rows.state(low)).isEqualTo(InstanceState.STARTING);
        assertThat(rows.count("task_instance where algo_def_code = 'N' and retry_at > ?1", NOW))
                .as("the rest of the crowd is left to the next round")
                .isEqualTo(1_000);
        startDue(dispatch);
        assertThat(rows.count("task_instance where algo_def_code = 'N' and retry_at > ?1", NOW))
                .isEqualTo(CROWD);
    }

    @Test
    void whoOfACrowdHasADeviceOfItsOwnIsLookedAt() {
        crowd("N");
        online.add(new NodeView("camera", "CAP", "10.0.0.1", 8001, true, false, PlanningRows.ORGANISATION, NOW, NOW));
        accelerators.node("camera");
        UUID own = due(PlanningRows.ORGANISATION, "N", "camera");

        startDue(dispatch);

        assertThat(rows.state(own)).isEqualTo(InstanceState.STARTING);
    }

    @Test
    void whatWaitsLongerThanAnyWaitIsDueAfterAClockWasPutBack() {
        services.run(PlanningRows.ORGANISATION, "node", NOW);
        accelerators.node("node");
        UUID id = due(PlanningRows.ORGANISATION, "MOTION", null);
        UUID failed = due(PlanningRows.ORGANISATION, "MOTION", null);
        rows.write("update task_instance set retry_at = ?1 where id = ?2", NOW.plusSeconds(3_600), id);
        rows.write("update task_instance set retry_at = ?1 where id = ?2", NOW.plusSeconds(300), failed);
        assertThat(dispatch.isAnyDue()).isTrue();

        startDue(dispatch);

        assertThat(rows.state(id)).isEqualTo(InstanceState.STARTING);
        assertThat(rows.state(failed)).as("the longest wait").isEqualTo(InstanceState.PENDING);
        assertThat(dispatch.isAnyDue()).isFalse();
    }

    @Test
    void aNodeThatHangsHoldsUpNoOtherAndItsAnswerIsNotedWhenItComes() throws Exception {
        helpers = pool;
        services.run(PlanningRows.ORGANISATION, "quick", NOW);
        services.run(PlanningRows.ORGANISATION, "slow", NOW);
        accelerators.node("quick").decides(Kind.REFUSED, "no such area");
        accelerators.node("slow").waitsFor(answers).decides(Kind.REFUSED, "no such area, either");
        due(PlanningRows.ORGANISATION, "MOTION", null);
        due(PlanningRows.ORGANISATION, "MOTION", null);

        CompletableFuture.runAsync(dispatch::startDue).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(message("quick")).isEqualTo("no such area");
        assertThat(rows.count("task_instance where state = 'STARTING' and compute_code = 'slow'"))
                .isEqualTo(1);

        rows.write("delete from algorithm_service where compute_code = 'quick'");
        UUID next = due(PlanningRows.ORGANISATION, "MOTION", null);
        CompletableFuture.runAsync(dispatch::startDue).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(rows.one(String.class, "select message from task_instance where id = ?1", next))
                .isEqualTo("Compute slow has not answered yet.");
        assertThat(accelerators.node("slow").asked()).as("one question").hasSize(1);

        answers.countDown();
        awaitAnswer();
        assertThat(message("slow")).isEqualTo("no such area, either");
    }

    @Test
    void whatAHungNodeAnswersLateEndsNoRunThatIsElsewhere() throws Exception {
        helpers = pool;
        services.run(PlanningRows.ORGANISATION, "slow", NOW);
        accelerators.node("slow").waitsFor(answers).decides(Kind.REFUSED, "no such area");
        UUID id = due(PlanningRows.ORGANISATION, "MOTION", null);
        CompletableFuture.runAsync(dispatch::startDue).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        rows.write("update task_instance set state = 'RUNNING', compute_code = 'quick' where id = ?1", id);

        answers.countDown();
        awaitAnswer();

        assertThat(rows.state(id)).isEqualTo(InstanceState.RUNNING);
    }

    /** Whoever else locks services of several organisations does so in that order. */
    @Test
    void servicesOfAllOrganisationsAreLockedInTheOrderOfTheirIds() {
        for (int i = 0; i < 4; i++) {
            services.run(PlanningRows.ORGANISATION, "node", NOW);
        }
        accelerators.node("node");
        UUID earlier = new UUID(0, 1);
        UUID later = new UUID(0, 2);
        rows.write("update algorithm_service set organisation_id = ?1", earlier);
        rows.write("""
                update algorithm_service set organisation_id = ?1
                where id = (select id from algorithm_service order by id limit 1)
                """, later);
        due(earlier, "MOTION", null);
        due(later, "MOTION", null);
        StatelessSession server = TestEntities.beside(SESSION);
        Dispatch other = dispatch(server);

        new ServiceLockOrder(SESSION)
                .holdsNoneWhileItWaitsForTheFirst(() -> new PlanningRows(server, NOW).commit(() -> {
                    other.startDue();
                    return null;
                }));

        assertThat(rows.count("task_instance where state = 'STARTING'")).isEqualTo(2);
    }

    private Dispatch dispatch(StatelessSession session) {
        Dispatch made = new Dispatch() {
            @Override
            Executor helpers() {
                return helpers;
            }
        };
        made.clock = clock;
        made.starts = new Starts_(session);
        made.accelerators = accelerators;
        made.avoided = new NodesToAvoid();
        made.avoided.clock = clock;
        made.avoided.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {}
        };
        made.ending = new RunEnding();
        made.ending.ends = new Ends_(session);
        made.ending.clock = clock;
        made.claiming = claiming(session, made);
        made.preemption = made.claiming.preemption;
        return made;
    }

    private Claiming claiming(StatelessSession session, Dispatch made) {
        Claiming claiming = new Claiming();
        claiming.starts = made.starts;
        claiming.services = new SomeServices(session).keeping(clock);
        claiming.preemption = SomePreemption.of(session, clock, claiming.services);
        claiming.quotas = Licensed.quotas(session);
        claiming.avoided = made.avoided;
        claiming.clock = clock;
        claiming.nodes = new ComputeNodes() {
            @Override
            public List<NodeView> online() {
                return online;
            }
        };
        return claiming;
    }

    private void startDue(Dispatch some) {
        rows.commit(() -> {
            some.startDue();
            return null;
        });
    }

    private void awaitAnswer() {
        Instant limit = Instant.now().plus(PATIENCE);
        while (dispatch.avoided.why("slow").isPresent()) {
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private String message(String node) {
        return rows.one(
                String.class, "select message from task_instance where compute_code = ?1 and state = 'ERROR'", node);
    }

    /** More than a turn takes, of the highest priority. */
    private void crowd(String algoDefCode) {
        rows.write("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    retry_at, created_at, changed_at)
                select gen_random_uuid(), ?1, ?2, '{}', ?3, 9, 'PENDING', true, ?4, ?4, ?4 from generate_series(1, ?5)
                """, rows.plan("PERIODIC", false), PlanningRows.ORGANISATION, algoDefCode, NOW, CROWD);
    }

    private UUID due(UUID organisation, String algoDefCode, String device) {
        UUID id = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 0, NOW);
        rows.write("""
                update task_instance set organisation_id = ?1, algo_def_code = ?2, device_id = cast(?3 as text)
                where id = ?4
                """, organisation, algoDefCode, device, id);
        return id;
    }
}
