package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.computility.compute.FakeAccelerators;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupDispatchTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final CountDownLatch answers = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final GroupDispatch dispatch = new GroupDispatch() {
        @Override
        Executor helpers() {
            return pool;
        }
    };

    @BeforeEach
    void assemble() {
        rows.empty();
        accelerators.node("quick");
        dispatch.accelerators = accelerators;
        dispatch.avoided = new NodesToAvoid() {
            @Override
            public void add(String computeCode, String words) {}
        };
        dispatch.avoided.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        dispatch.ending = new RunEnding();
        dispatch.ending.ends = new Ends_(SESSION);
        dispatch.ending.clock = dispatch.avoided.clock;
    }

    @AfterEach
    void close() {
        answers.countDown();
        pool.shutdownNow();
    }

    @Test
    void aSlowNodeHoldsUpNoOtherAndItsAnswerIsNotedWhenItComes() throws Exception {
        UUID quick = running("quick");
        UUID slow = running("slow");
        accelerators.node("slow").waitsFor(answers);

        Unconfirmed stop = stop(quick, slow);

        assertThat(stop.instances()).containsExactly(slow);
        assertThat(stop.late().about(List.of(quick))).isEmpty();
        assertThat(rows.outcome(quick)).isEqualTo("FINISHED");
        assertThat(rows.state(slow)).isEqualTo(InstanceState.STOPPING);
        answers.countDown();
        for (Future<?> exchange : stop.late().about(List.of(slow))) {
            exchange.get(20, TimeUnit.SECONDS);
        }
        assertThat(rows.outcome(slow)).isEqualTo("FINISHED");
        assertThat(stop(slow).instances()).isEmpty();
    }

    @Test
    void whatASilentNodeHasIsNotStopped() {
        UUID quick = running("quick");
        UUID silent = running("silent");
        accelerators.node("silent").fails(Reason.TIMED_OUT);

        Unconfirmed stop = stop(quick, silent);

        assertThat(stop.instances()).containsExactly(silent);
        assertThat(stop.late().exchanges()).isEmpty();
        dispatch.presumeStopped(stop.instances(), InstanceState.FINISHED, "FINISHED");
        assertThat(rows.outcome(silent)).isEqualTo("FINISHED");
    }

    @Test
    void onlyTheGroupThatFindsNoRoomIsLeftToItself() {
        List<StartOrder> orders = LongStream.range(0, 16)
                .mapToObj(plan -> new StartOrder(plan, List.of(), 1, Duration.ofSeconds(10)))
                .toList();
        List<Long> alone = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        dispatch.claiming = new Claiming() {
            @Override
            public Optional<List<Assignment>> claimFreely(List<StartOrder> some) {
                boolean room = some.stream().noneMatch(order -> order.planId() == 5);
                if (room) {
                    together.add(some.size());
                }
                return room ? Optional.of(List.of()) : Optional.empty();
            }

            @Override
            public List<Assignment> claim(StartOrder order) {
                alone.add(order.planId());
                return List.of();
            }
        };

        dispatch.start(orders);

        assertThat(alone).containsExactly(5L);
        assertThat(together).containsExactlyInAnyOrder(4, 1, 2, 8);
    }

    private Unconfirmed stop(UUID... instances) {
        return dispatch.stop(List.of(instances), InstanceState.FINISHED, "FINISHED");
    }

    private UUID running(String node) {
        long plan = rows.plan("INSPECTIVE", true);
        UUID id = rows.instance(plan, InstanceState.RUNNING, 0, null);
        rows.write("update task_instance set compute_code = ?1, wanted = true where id = ?2", node, id);
        rows.write("insert into instance_run (plan_id, instance_id, started_at) values (?1, ?2, ?3)", plan, id, NOW);
        return id;
    }
}
