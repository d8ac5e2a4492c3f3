package org.computility.planning.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.operations.RunRestarting;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.NoSettings;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionProgressTest {

    private static final long RUN = 17;
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final InspectionProgress progress = new InspectionProgress();
    private long plan;
    private UUID first;
    private UUID second;

    @BeforeEach
    void startsAPlanOfTwoGroupsOfOne() {
        progress.standings = new Standings_(SESSION);
        progress.members = new Members_(SESSION);
        progress.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        plan = rows.plan("INSPECTIVE", true);
        rows.write("""
                update task_plan set batch_run = ?1, concurrency = 1, round_limit = 1, group_started_at = null where id = ?2
                """, RUN, plan);
        first = rows.instance(plan, InstanceState.FINISHED, 0, NOW);
        second = rows.instance(plan, InstanceState.PENDING, 0, null);
    }

    @Test
    void beginsARoundWithItsFirstGroupAndNothingStartsByItself() {
        Group group = open();

        assertThat(group.instances()).containsExactly(first);
        assertThat(group.interrupted()).isFalse();
        assertThat(rows.state(first)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(first)).isNull();
    }

    @Test
    void opensAnInterruptedGroupAgain() {
        Group begun = open();
        progress.begun(List.of(begun));

        Group again = open();

        assertThat(again.instances()).isEqualTo(begun.instances());
        assertThat(again.interrupted()).isTrue();
    }

    @Test
    void goesOffAndReleasesItsInstancesAfterTheLastRound() {
        close(open());
        Group last = open();
        assertThat(last.instances()).containsExactly(second);

        close(last);

        assertThat(isRunning()).isFalse();
        assertThat(progress.open(run())).isEmpty();
        assertThat(rows.count("task_instance where plan_id = ?1 and wanted", plan))
                .isZero();
    }

    @Test
    void callsWhatFoundNoPlaceInItsGroupAnError() {
        close(open());

        assertThat(rows.state(first)).isEqualTo(InstanceState.ERROR);
        assertThat(rows.state(second)).isEqualTo(InstanceState.PENDING);
    }

    @Test
    void takesWhoFoundNoRoomFirstInTheNextGroupAndEndsTheRoundBehindIt() {
        UUID third = rows.instance(plan, InstanceState.PENDING, 0, null);
        rows.write("update task_plan set concurrency = 2, round_limit = 2 where id = ?1", plan);
        Group group = open();
        finish(first);
        postpone(second);
        close(group);

        Group next = open();
        assertThat(next.instances()).containsExactly(second, third);
        finish(second);
        postpone(third);
        close(next);

        Group last = open();
        assertThat(last.round()).isEqualTo(1);
        assertThat(last.instances()).containsExactly(third);
        finish(third);
        close(last);

        Group again = open();
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.instances()).containsExactly(first, second);
    }

    @Test
    void repeatsAnInterruptedGroupWithTheSameMembersWhoeverFoundNoRoom() {
        UUID third = rows.instance(plan, InstanceState.PENDING, 0, null);
        rows.instance(plan, InstanceState.PENDING, 0, null);
        rows.write("update task_plan set concurrency = 2 where id = ?1", plan);
        Group group = open();
        finish(first);
        postpone(second);
        close(group);
        Group interrupted = open();
        postpone(third);

        Group repeated = open();

        assertThat(repeated.interrupted()).isTrue();
        assertThat(repeated.instances()).containsExactly(second, third).isEqualTo(interrupted.instances());
        assertThat(repeated.lastNumber()).isEqualTo(interrupted.lastNumber());
    }

    @Test
    void postponesNobodyWhoHadItsTurnAndLostItsNode() {
        Group group = open();
        postpone(first);
        rows.write("update task_instance set retry_at = ?1 where id = ?2", NOW, first);

        close(group);

        assertThat(rows.state(first)).isEqualTo(InstanceState.ERROR);
        assertThat(open().instances()).containsExactly(second);
    }

    @Test
    void beginsARoundWithNobodyPostponedInTheRoundBefore() {
        postpone(second);
        rows.write("update task_plan set concurrency = 1 where id = ?1", plan);

        assertThat(open().instances()).containsExactly(first);

        assertThat(rows.count("task_instance where plan_id = ?1 and postponed", plan))
                .isZero();
    }

    @Test
    void endsARoundWhoseRestWasPaused() {
        close(open());
        rows.write("update task_instance set wanted = false where plan_id = ?1", plan);

        assertThat(progress.open(run())).isEmpty();
        assertThat(isRunning()).isFalse();
    }

    @Test
    void goesOnWithTheNextRoundWhereOnlyTheRestOfOneWasPaused() {
        rows.write("update task_plan set round_limit = 2 where id = ?1", plan);
        close(open());
        rows.write("update task_instance set wanted = false where id = ?1", second);

        Group next = open();

        assertThat(next.round()).isEqualTo(2);
        assertThat(next.instances()).containsExactly(first);
    }

    /** It is Sunday, 16:00 in the platform's zone. */
    @Test
    void beginsNoGroupWhileItsPlanIsClosed() {
        NoSettings.use();
        rows.write("update task_plan set plan_day_time = '{\"7,9:00,16:00\"}' where id = ?1", plan);
        assertThat(progress.open(run())).isEmpty();
        assertThat(isRunning()).isTrue();

        rows.write("update task_plan set plan_day_time = '{\"7,9:00,16:01\"}' where id = ?1", plan);
        assertThat(open().instances()).containsExactly(first);
    }

    @Test
    void closesNoGroupOfARunThatWasReplaced() {
        Group group = open();
        rows.write("update task_plan set batch_run = ?1 where id = ?2", RUN + 1, plan);

        close(group);
        progress.begun(List.of(group));

        assertThat(rows.count("task_plan where id = ?1 and after_number = 0 and group_started_at is not null", plan))
                .isEqualTo(1);
    }

    @Test
    void movesManyPlansTogetherEachByItself() {
        long other = rows.plan("INSPECTIVE", true);
        rows.write("""
                update task_plan set batch_run = ?1, concurrency = 2, round_limit = 2, group_started_at = null where id = ?2
                """, RUN + 1, other);
        UUID one = rows.instance(other, InstanceState.ERROR, 0, null);
        UUID two = rows.instance(other, InstanceState.FINISHED, 0, null);
        List<PlanRun> both = List.of(new PlanRun(other, RUN + 1), new PlanRun(plan, RUN));

        List<Group> groups = progress.open(both);

        assertThat(groups).extracting(Group::planId).containsExactly(plan, other);
        assertThat(groups).extracting(Group::instances).containsExactly(List.of(first), List.of(one, two));
        progress.begun(groups);
        groups.forEach(group -> group.instances().forEach(this::finish));
        progress.close(groups);
        List<Group> next = progress.open(both);
        assertThat(next).extracting(Group::round).containsExactly(1, 2);
        assertThat(next).extracting(Group::instances).containsExactly(List.of(second), List.of(one, two));
        progress.close(next);
        assertThat(progress.running(both)).isEmpty();
        assertThat(progress.open(both)).isEmpty();
    }

    @Test
    void onlyTheRunOfAPlanThatIsOnIsRestarted() {
        Map<String, String> parameters = Map.of("planId", String.valueOf(plan));

        assertThatCode(() -> progress.on(new RunRestarting(RUN, "run-inspection", parameters)))
                .doesNotThrowAnyException();
        assertThatCode(() -> progress.on(new RunRestarting(3, "settle-orders", parameters)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> progress.on(new RunRestarting(RUN + 1, "run-inspection", parameters)))
                .isInstanceOf(Conflict.class);
    }

    private void finish(UUID instance) {
        rows.write("update task_instance set state = 'FINISHED' where id = ?1", instance);
    }

    private void postpone(UUID instance) {
        rows.write("update task_instance set state = 'PENDING', postponed = true where id = ?1", instance);
    }

    private Group open() {
        return progress.open(run()).get(0);
    }

    private void close(Group group) {
        progress.close(List.of(group));
    }

    private boolean isRunning() {
        return !progress.running(run()).isEmpty();
    }

    private List<PlanRun> run() {
        return List.of(new PlanRun(plan, RUN));
    }
}
