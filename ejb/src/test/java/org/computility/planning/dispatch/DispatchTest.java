package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.computility.compute.FakeAccelerators;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final String STILL_ENDING = "The task is still ending";

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final List<String> avoided = new ArrayList<>();
    private final Dispatch dispatch = new Dispatch() {
        @Override
        Executor helpers() {
            return Runnable::run;
        }
    };

    @BeforeEach
    void assemble() {
        rows.empty();
        accelerators.node("node");
        dispatch.activeTasks = new ActiveTasks_(SESSION);
        dispatch.accelerators = accelerators;
        dispatch.avoided = new NodesToAvoid() {
            @Override
            public void add(String computeCode) {
                avoided.add(computeCode);
            }
        };
        dispatch.ending = new RunEnding();
        dispatch.ending.ends = new Ends_(SESSION);
        at(NOW);
    }

    @Test
    void whatItsNodeHasNotEndedIsNotStoppedAndTheNodeIsAskedAgain() {
        UUID id = running();
        rows.write("update task_instance set wanted = false");
        accelerators.node("node").decides(Kind.NOT_NOW, STILL_ENDING);

        stop(id);

        assertThat(rows.state(id)).isEqualTo(InstanceState.STOPPING);
        assertThat(message(id)).isEqualTo(STILL_ENDING);
        assertThat(avoided).isEmpty();

        at(NOW.plusSeconds(4));
        finishStops();
        assertThat(accelerators.node("node").asked()).hasSize(1);

        accelerators.node("node").decides(Kind.ACCEPTED, null);
        at(NOW.plusSeconds(5));
        finishStops();
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
        assertThat(message(id)).isNull();
        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
    }

    @Test
    void whatIsStartedWhileItsNodeStillEndsItRunsAgainOnceItHasEnded() {
        UUID id = running();
        accelerators.node("node").decides(Kind.NOT_NOW, STILL_ENDING);
        stop(id);
        accelerators.node("node").decides(Kind.ACCEPTED, null);

        at(NOW.plusSeconds(5));
        finishStops();

        assertThat(rows.state(id)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(id)).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void whatNobodyWantsAndNobodyBeganToStopIsStopped() {
        UUID id = running();
        unwanted(NOW.plusSeconds(10));
        finishStops();
        assertThat(accelerators.node("node").asked())
                .as("its own server has some seconds")
                .isEmpty();

        at(NOW.plusSeconds(10));
        finishStops();

        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
        finishStops();
        assertThat(accelerators.node("node").asked()).hasSize(1);
    }

    @Test
    void aStopThatBeganInTimeIsToldOnce() {
        UUID id = running();
        unwanted(NOW.plusSeconds(10));

        stop(id);
        at(NOW.plusSeconds(10));
        finishStops();

        assertThat(accelerators.node("node").asked()).hasSize(1);
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void whatTheNodeDoesNotHaveIsStopped() {
        UUID id = running();
        accelerators.node("node").decides(Kind.UNKNOWN, "no such task");

        stop(id);

        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
    }

    @Test
    void aNodeThatRefusesTheWholeCallIsNotSilent() {
        UUID id = running();
        accelerators.node("node").fails(Reason.REFUSED);

        stop(id);

        assertThat(rows.state(id)).isEqualTo(InstanceState.STOPPING);
        assertThat(message(id)).isEqualTo("Compute node refused: as the test says");
        assertThat(avoided).isEmpty();
    }

    @Test
    void whatASilentNodeHasCountsAsStopped() {
        UUID id = running();
        accelerators.node("node").fails(Reason.TIMED_OUT);

        stop(id);

        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
        assertThat(message(id)).contains("does not answer");
        assertThat(avoided).containsExactly("node");
    }

    @Test
    void whatItsNodeCannotStartYetWaits() {
        UUID id = running();
        Map<UUID, String> notNow = Map.of(id, STILL_ENDING);

        rows.commit(() -> {
            dispatch.ending.refused(Map.of(), notNow, Map.of());
            return null;
        });

        assertThat(rows.state(id)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(id)).isEqualTo(NOW.plusSeconds(1));
        assertThat(message(id)).isEqualTo(STILL_ENDING);
        assertThat(rows.outcome(id)).isEqualTo("REFUSED");
    }

    @Test
    void aNodesNotNowIsNoRefusalForGood() {
        Assignment task = due();

        Handover waiting = asked(List.of(task), Kind.NOT_NOW, STILL_ENDING);
        assertThat(waiting.notNow()).containsEntry(task.wish().id(), STILL_ENDING);
        assertThat(waiting.refused()).isEmpty();

        assertThat(asked(List.of(task), Kind.REFUSED, "no such area").refused())
                .containsEntry(task.wish().id(), "no such area");
    }

    @Test
    void aNodeThatSaysNotNowThreeTimesIsFull() {
        dispatch.avoided.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        List<Assignment> tasks = List.of(due());

        asked(tasks, Kind.NOT_NOW, "full");
        asked(tasks, Kind.NOT_NOW, "full");
        asked(tasks, Kind.ACCEPTED, null);
        asked(tasks, Kind.NOT_NOW, "full");
        asked(tasks, Kind.NOT_NOW, "full");
        assertThat(dispatch.avoided.isFull("node")).isFalse();

        asked(tasks, Kind.NOT_NOW, "full");
        assertThat(dispatch.avoided.isFull("node")).isTrue();
    }

    @Test
    void aRefusalWithoutAWordGetsWords() {
        Assignment task = due();
        String words = "The node refused it without a word.";

        assertThat(asked(List.of(task), Kind.NOT_NOW, null).notNow())
                .containsEntry(task.wish().id(), words);
        assertThat(asked(List.of(task), Kind.REFUSED, " ").refused())
                .containsEntry(task.wish().id(), words);
    }

    private Assignment due() {
        rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 0, NOW);
        return new Assignment(new Starts_(SESSION).due(NOW, 1).get(0), UUID.randomUUID(), "node");
    }

    private Handover asked(List<Assignment> tasks, Kind kind, String words) {
        accelerators.node("node").decides(kind, words);
        return Handover.to("node", tasks, accelerators, dispatch.avoided);
    }

    private void stop(UUID id) {
        rows.commit(() -> {
            dispatch.stop(List.of(id));
            return null;
        });
    }

    private void finishStops() {
        rows.commit(() -> {
            dispatch.finishStops();
            return null;
        });
    }

    private void unwanted(Instant stopAt) {
        rows.write("update task_instance set wanted = false, retry_at = ?1", stopAt);
    }

    private void at(Instant moment) {
        dispatch.clock = Clock.fixed(moment, ZoneOffset.UTC);
        dispatch.ending.clock = dispatch.clock;
    }

    private String message(UUID id) {
        return rows.one(String.class, "select message from task_instance where id = ?1", id);
    }

    private UUID running() {
        long plan = rows.plan("PERIODIC", false);
        UUID id = rows.instance(plan, InstanceState.RUNNING, 0, null);
        rows.write("update task_instance set compute_code = 'node' where id = ?1", id);
        rows.write("insert into instance_run (plan_id, instance_id, started_at) values (?1, ?2, ?3)", plan, id, NOW);
        return id;
    }
}
