package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.computility.compute.FakeAccelerators;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.preemption.Preemption;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final UUID SERVICE = UUID.randomUUID();
    private static final String STILL_ENDING = "The task is still ending";

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final List<String> avoided = new ArrayList<>();
    private Executor helpers = Runnable::run;
    private final Dispatch dispatch = new Dispatch() {
        @Override
        Executor helpers() {
            return helpers;
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
            public void add(String computeCode, String words) {
                avoided.add(computeCode);
            }

            @Override
            public void closed(String computeCode, String words) {
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
    void aMemberOfAnInspectionThatLeavesItsServiceIsTriedElsewhereAtOnce() {
        UUID id = running();
        rows.write("update task_plan set mode = 'INSPECTIVE', concurrency = 1, duration = 10");

        rows.commit(() -> {
            dispatch.move(List.of(id), "Its service shrinks.");
            return null;
        });

        assertThat(rows.state(id)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(id)).isEqualTo(NOW);
        assertThat(message(id)).isEqualTo("Its service shrinks.");
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
    void whoGivesWayIsEndedByItsNodeBeforeAnybodyTakesItsPlace() {
        UUID low = running();
        UUID high = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 5, NOW);

        makeRoomFor(high);

        assertThat(accelerators.node("node").asked()).hasSize(1);
        assertThat(rows.state(low)).isEqualTo(InstanceState.YIELDED);
        assertThat(rows.outcome(low)).isEqualTo("PREEMPTED");
        assertThat(rows.state(high)).as("it starts in the next turn").isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(high)).isEqualTo(NOW);
    }

    @Test
    void whoseNodeIsSilentRunsOnAndNothingStartsBesideIt() {
        UUID low = running();
        UUID high = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 5, NOW);
        accelerators.node("node").fails(Reason.TIMED_OUT);

        makeRoomFor(high);

        assertThat(rows.state(low)).isEqualTo(InstanceState.RUNNING);
        assertThat(rows.state(high)).isEqualTo(InstanceState.PENDING);
        assertThat(avoided).containsExactly("node");
        assertThat(rows.count("instance_run where ended_at is null")).isEqualTo(1);
    }

    @Test
    void whereNoThreadIsFreeNobodyGivesWayAndWhatHasAPlaceStarts() {
        UUID low = running();
        Assignment placed = due();
        UUID high = rows.instance(rows.plan("PERIODIC", false), InstanceState.PENDING, 5, NOW);
        helpers = work -> {
            throw new RejectedExecutionException("no thread");
        };

        makeRoomFor(high, List.of(placed));

        assertThat(rows.state(low)).isEqualTo(InstanceState.RUNNING);
        assertThat(accelerators.node("node").asked())
                .as("of a start, not of a stop")
                .hasSize(1);
    }

    @Test
    void aPlansWindowWaitsForNoNode() {
        UUID id = running();
        rows.write("update task_instance set wanted = false, held = true");
        List<Runnable> later = new ArrayList<>();
        helpers = later::add;

        dispatch.followWindows(List.of(id), false);
        assertThat(accelerators.node("node").asked()).isEmpty();

        helpers = Runnable::run;
        rows.commit(() -> {
            later.forEach(Runnable::run);
            return null;
        });
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void whereNoThreadIsFreeTheWindowsAreFollowedByTheClockOfRetries() {
        UUID id = running();
        rows.write("update task_instance set state = 'STOPPING', wanted = false, held = true, retry_at = ?1", NOW);
        helpers = work -> {
            throw new RejectedExecutionException("no thread");
        };

        dispatch.followWindows(List.of(id), true);
        finishStops();

        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
    }

    /** Its server dies before it notes what the node said. */
    @Test
    void aStopThatNobodyNotesIsToldOnceMoreAfterTheNodeMustHaveAnswered() {
        UUID id = running();
        rows.commit(() -> dispatch.ending.stopping(List.of(id)));

        at(NOW.plusSeconds(14));
        finishStops();
        assertThat(accelerators.node("node").asked()).isEmpty();
        at(NOW.plusSeconds(15));
        finishStops();

        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
    }

    @Test
    void whatItsNodeCannotStartYetWaits() {
        UUID id = running();
        Map<UUID, String> notNow = Map.of(id, STILL_ENDING);

        rows.commit(() -> {
            dispatch.ending.refused("node", Map.of(), notNow, Map.of());
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
    void aNodeThatStartsNothingIsAvoidedAndRefusesNoInstance() {
        Assignment task = due();

        Handover waiting = asked(List.of(task, task), Kind.CLOSED, "restarting");

        assertThat(waiting.refused()).isEmpty();
        assertThat(waiting.notNow())
                .containsExactly(Map.entry(task.wish().id(), "Compute node starts nothing now: restarting"));
        assertThat(avoided).as("once").containsExactly("node");
        assertThat(dispatch.avoided.isFull("node")).isFalse();
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

    private void makeRoomFor(UUID high) {
        makeRoomFor(high, List.of());
    }

    /** A turn that finds no room for it. */
    private void makeRoomFor(UUID high, List<Assignment> placed) {
        Preemption choice = SomePreemption.of(SESSION, dispatch.clock, SERVICE);
        dispatch.preemption = choice;
        dispatch.claiming = new Claiming() {
            @Override
            public Claim claimDue(Round round, int most) {
                return new Claim(placed, choice.choose(List.of(high), node -> false), Optional.empty());
            }
        };
        rows.write("update task_instance set service_id = ?1 where state = 'RUNNING'", SERVICE);
        rows.commit(() -> {
            dispatch.startDue();
            return null;
        });
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
