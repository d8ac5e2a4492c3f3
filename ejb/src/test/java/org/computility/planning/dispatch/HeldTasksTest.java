package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.SomeNodes;
import org.computility.compute.events.NodeReconciliation;
import org.computility.compute.events.Told;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.connector.accelerator.TaskReport;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldTasksTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant LATER = NOW.plusSeconds(60);

    private final SomeNodes nodes = new SomeNodes(SESSION);
    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final List<String> again = new ArrayList<>();
    private final List<String> avoided = new ArrayList<>();
    private final HeldTasks held = new HeldTasks();
    private long plan;

    @BeforeEach
    void assemble() {
        rows.empty();
        plan = rows.plan("PERIODIC", true);
        Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
        held.active = new ActiveTasks_(SESSION);
        held.intake = new NewsIntake();
        held.intake.beliefs = new Beliefs_(SESSION);
        held.intake.ends = new Ends_(SESSION);
        held.intake.clock = clock;
        held.ending = new RunEnding();
        held.ending.ends = new Ends_(SESSION);
        held.ending.clock = clock;
        held.accelerators = accelerators;
        held.addresses = nodes.addresses();
        held.avoided = new NodesToAvoid() {
            @Override
            public void add(String computeCode, String words) {
                avoided.add(computeCode);
            }
        };
        held.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                again.add(computeCode + " " + delay);
            }
        };
    }

    @Test
    void whatTheNodesReportIsTakenOver() {
        UUID started = on("a", InstanceState.STARTING);
        UUID ended = on("b", InstanceState.RUNNING);

        compare(told("a", LATER, report(started, "RUNNING")), told("b", LATER, report(ended, "FINISHED")));

        assertThat(rows.state(started)).isEqualTo(InstanceState.RUNNING);
        assertThat(rows.outcome(ended))
                .as("a live stream has no end of its own")
                .isEqualTo("LOST");
    }

    @Test
    void whatANodeDoesNotHaveAnyMoreIsLostAndOnlyThere() {
        UUID gone = on("a", InstanceState.RUNNING);
        UUID unasked = on("b", InstanceState.RUNNING);

        compare(told("a", LATER));

        assertThat(rows.outcome(gone)).isEqualTo("LOST");
        assertThat(rows.state(unasked)).isEqualTo(InstanceState.RUNNING);
        assertThat(again).isEmpty();
    }

    @Test
    void whatMayBeOnItsWayIsLookedForOnceMore() {
        UUID young = on("a", InstanceState.STARTING);

        compare(told("a", NOW.plusSeconds(20)));

        assertThat(rows.state(young)).isEqualTo(InstanceState.STARTING);
        assertThat(again).containsExactly("a PT20S");
    }

    @Test
    void aTaskThatLivesRunsThoughItBeganInTheSecondOfTheRunBefore() {
        UUID id = on("a", InstanceState.STARTING);
        rows.write("update task_instance set stale_until = ?1 where id = ?2", NOW, id);

        compare(told("a", NOW.plusSeconds(1), report(id, "RUNNING")));

        assertThat(rows.state(id)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aTaskThatLivesRunsThoughItsNodesClockWasPutBack() {
        UUID id = on("a", InstanceState.STARTING);
        rows.write("update task_instance set stale_until = ?1 where id = ?2", NOW.plusSeconds(3600), id);

        compare(told("a", NOW.plusSeconds(1), report(id, "RUNNING")));

        assertThat(rows.state(id)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void anEndThatANodeListsLongAfterTheStartIsTheEndOfThatStartWhateverTheNodesClockSays() {
        UUID id = on("a", InstanceState.RUNNING);
        rows.write("update task_instance set stale_until = ?1 where id = ?2", NOW, id);

        compare(told("a", NOW.plusSeconds(1), report(id, "ERROR")));
        assertThat(rows.state(id)).as("it may be the end of the run before").isEqualTo(InstanceState.RUNNING);

        compare(told("a", LATER, report(id, "ERROR")));
        assertThat(rows.state(id)).isEqualTo(InstanceState.ERROR);
    }

    @Test
    void strangersAreStoppedWhereTheyRun() {
        UUID elsewhere = on("b", InstanceState.RUNNING);
        UUID paused = on("a", InstanceState.PAUSED);
        UUID nobodys = UUID.randomUUID();
        accelerators.node("a");

        compare(told(
                "a",
                LATER,
                report(elsewhere, "RUNNING"),
                report(paused, "PENDING"),
                report(nobodys, "RUNNING"),
                report(UUID.randomUUID(), "FINISHED")));

        assertThat(accelerators.node("a").asked()).containsExactly("stop " + List.of(elsewhere, paused, nobodys));
        assertThat(rows.state(elsewhere)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void theTasksOfANodeThatGotAnothersAddressAreNotStoppedInTheOthersName() {
        String former = SomeNodes.code(1);
        String newcomer = SomeNodes.code(2);
        nodes.register(1, NOW);
        nodes.registerAtAddressOf(2, 1, NOW);
        UUID newcomers = on(newcomer, InstanceState.RUNNING);
        UUID formers = on(former, InstanceState.PAUSED);
        accelerators.node(former);

        compare(told(former, LATER, report(newcomers, "RUNNING"), report(formers, "RUNNING")));

        assertThat(accelerators.node(former).asked()).containsExactly("stop " + List.of(formers));
        assertThat(rows.state(newcomers)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aTaskThatEndedWhileItsNodeWasAskedIsLookedAtOnceMoreBeforeItIsStopped() {
        UUID ended = on("a", InstanceState.FINISHED);
        accelerators.node("a");

        compare(told("a", NOW, report(ended, "RUNNING")));

        assertThat(accelerators.node("a").asked()).isEmpty();
        assertThat(again).containsExactly("a PT5S");
    }

    @Test
    void aNodeThatDoesNotStopAStrangerIsAvoided() {
        accelerators.node("a").fails(Reason.TIMED_OUT);

        compare(told("a", LATER, report(UUID.randomUUID(), "RUNNING")));

        assertThat(avoided).containsExactly("a");
    }

    @Test
    void aNodeThatStillEndsAStrangerIsLookedAtAgain() {
        accelerators.node("a").decides(Kind.NOT_NOW, "The task is still ending");

        compare(told("a", LATER, report(UUID.randomUUID(), "RUNNING")));

        assertThat(avoided).isEmpty();
        assertThat(again).containsExactly("a PT5S");
    }

    @Test
    void onlyNodesWithTasksAreAskedInBetween() {
        on("busy", InstanceState.RUNNING);
        on("idle", InstanceState.FINISHED);

        assertThat(held.expectedAt(List.of("busy", "idle"))).containsExactly("busy");
    }

    @SafeVarargs
    private void compare(Told<TaskReport>... told) {
        rows.commit(() -> {
            held.compare(List.of(told));
            return null;
        });
    }

    private static Told<TaskReport> told(String node, Instant asked, TaskReport... reports) {
        return new Told<>(node, asked, List.of(reports));
    }

    private static TaskReport report(UUID id, String status) {
        return new TaskReport(id.toString(), null, status, null, NOW, null, 1);
    }

    private UUID on(String node, InstanceState state) {
        UUID id = rows.instance(plan, state, 0, null);
        rows.write("update task_instance set compute_code = ?1 where id = ?2", node, id);
        rows.write("insert into instance_run (plan_id, instance_id, started_at) values (?1, ?2, ?3)", plan, id, NOW);
        return id;
    }
}
