package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartsAndEndsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID SERVICE = UUID.randomUUID();

    private static StatelessSession session;

    private PlanningRows rows;
    private Starts starts;
    private Ends ends;

    @BeforeAll
    static void migrate() {
        session = TestEntities.session(TestDatabase.fresh());
    }

    @BeforeEach
    void empty() {
        rows = new PlanningRows(session, NOW);
        rows.empty();
        starts = new Starts_(session);
        ends = new Ends_(session);
    }

    @Test
    void losesNothingThatChangedSinceItsNodeWasAsked() {
        UUID moved = rows.instance(rows.plan("PERIODIC", true), InstanceState.RUNNING, 1, null);

        ends.lost(List.of(moved), "gone", NOW, NOW.plusSeconds(9));
        assertThat(rows.state(moved)).isEqualTo(InstanceState.RUNNING);

        ends.lost(List.of(moved), "gone", NOW.plusMillis(1), NOW.plusSeconds(9));
        assertThat(rows.state(moved)).isEqualTo(InstanceState.PENDING);
    }

    @Test
    void startsWhatIsDueByPriorityAndOpensARunForEach() {
        long plan = rows.plan("PERIODIC", true);
        UUID low = rows.instance(plan, InstanceState.PENDING, 1, NOW);
        UUID high = rows.instance(plan, InstanceState.PENDING, 9, NOW);
        rows.instance(plan, InstanceState.PENDING, 5, NOW.plusSeconds(1));

        List<Wish> due = starts.due(NOW, 10);
        starts.assign(
                due.stream().map(wish -> new Assignment(wish, SERVICE, "node")).toList(), NOW);

        assertThat(due).extracting(Wish::id).containsExactly(high, low);
        assertThat(rows.state(high)).isEqualTo(InstanceState.STARTING);
        assertThat(starts.taken(List.of(SERVICE))).containsEntry(SERVICE, 2L);
        assertThat(rows.count("instance_run where ended_at is null")).isEqualTo(2);
        assertThat(starts.due(NOW, 10)).isEmpty();
    }

    @Test
    void letsAPeriodicInstanceWaitForRoomAndAnInspectionMissItsRound() {
        UUID waiting = rows.instance(rows.plan("PERIODIC", true), InstanceState.PENDING, 0, NOW);
        long inspection = rows.plan("INSPECTIVE", true);
        UUID missing = rows.instance(inspection, InstanceState.PENDING, 0, null);
        List<Wish> left = List.of(
                starts.due(NOW, 10).get(0),
                starts.ofGroups(List.of(new StartOrder(inspection, List.of(missing), 3, Duration.ofSeconds(10))))
                        .get(0));

        starts.noRoom(Map.of(left.get(0), "full", left.get(1), "full"), Wish::inspective, NOW);

        assertThat(rows.state(waiting)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.state(missing)).isEqualTo(InstanceState.ERROR);
        assertThat(starts.due(NOW, 10)).isEmpty();
        assertThat(starts.due(NOW.plusSeconds(5), 10)).hasSize(1);
        assertThat(rows.count("instance_run where outcome = 'NO_ROOM' and round = 3"))
                .isEqualTo(1);
    }

    @Test
    void startsWhoFoundNoRoomBeforeAnyPriority() {
        long inspection = rows.plan("INSPECTIVE", true);
        UUID low = rows.instance(inspection, InstanceState.PENDING, 0, null);
        UUID high = rows.instance(inspection, InstanceState.PENDING, 9, null);
        StartOrder group = new StartOrder(inspection, List.of(low, high), 1, Duration.ofSeconds(10));
        List<Wish> wishes = starts.ofGroups(List.of(group));
        assertThat(wishes).extracting(Wish::id).containsExactly(high, low);

        starts.postpone(Map.of(wishes.get(1), "full"), NOW);

        assertThat(starts.ofGroups(List.of(group))).extracting(Wish::id).containsExactly(low, high);
        assertThat(rows.state(low)).isEqualTo(InstanceState.PENDING);
        assertThat(starts.due(NOW.plusSeconds(5), 10)).isEmpty();
        assertThat(rows.count("instance_run")).isZero();
    }

    @Test
    void triesAFailedInstanceAgainLaterAndLater() {
        UUID id = running(rows.plan("PERIODIC", true));
        ends.ended(Map.of(id, "camera burns"), InstanceState.ERROR, "ERROR", NOW);
        assertThat(rows.state(id)).isEqualTo(InstanceState.ERROR);
        assertThat(starts.due(NOW, 1)).isEmpty();

        List<Wish> again = starts.due(NOW.plusSeconds(1), 1);
        starts.assign(List.of(new Assignment(again.get(0), SERVICE, "node")), NOW.plusSeconds(1));
        ends.ended(Map.of(id, "again"), InstanceState.ERROR, "ERROR", NOW.plusSeconds(2));

        assertThat(starts.due(NOW.plusSeconds(3), 1)).isEmpty();
        assertThat(starts.due(NOW.plusSeconds(4), 1)).hasSize(1);
    }

    @Test
    void leavesAFailedInstanceAloneWhereThePlanDoesNotRestart() {
        UUID id = running(rows.plan("PERIODIC", false));

        ends.ended(Map.of(id, "camera burns"), InstanceState.ERROR, "ERROR", NOW);

        assertThat(starts.due(NOW.plusSeconds(3600), 1)).isEmpty();
    }

    @Test
    void endsTheRunOfWhatIsStoppedAndAnswersWhatANodeHas() {
        long plan = rows.plan("PERIODIC", true);
        UUID running = running(plan);
        UUID waiting = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        rows.write("update task_instance set wanted = false");

        List<ActiveTask> active = ends.stopping(new UUID[] {running, waiting}, NOW);
        ends.stopped(new UUID[] {running}, "PENDING", "STOPPED", null, NOW.plusSeconds(1));

        assertThat(active).extracting(ActiveTask::id).containsExactly(running);
        assertThat(rows.state(running)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.outcome(running)).isEqualTo("STOPPED");
    }

    @Test
    void callsARunStoppedThoughTheNodesNewsOvertakesItsAnswer() {
        UUID told = running(rows.plan("PERIODIC", true));
        UUID alone = running(rows.plan("PERIODIC", true));
        rows.write("update task_instance set wanted = false where id = ?1", told);
        ends.stopping(new UUID[] {told}, NOW);

        ends.ended(Map.of(told, ""), InstanceState.FINISHED, "FINISHED", NOW);
        ends.ended(Map.of(alone, ""), InstanceState.FINISHED, "FINISHED", NOW);

        assertThat(rows.state(told)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.outcome(told)).isEqualTo("STOPPED");
        assertThat(rows.outcome(alone)).isEqualTo("FINISHED");
    }

    @Test
    void movesWhatASilentNodeHadToTheHeadOfTheQueue() {
        UUID id = running(rows.plan("PERIODIC", false));

        ends.lost(new ActiveTasks_(session).onNode("node"), "offline", NOW);

        assertThat(starts.due(NOW, 1)).extracting(Wish::id).containsExactly(id);
    }

    @Test
    void marksNewsOfTheRunBeforeAsStale() {
        UUID id = running(rows.plan("PERIODIC", true));
        Beliefs news = new Beliefs_(session);
        news.alive(List.of(new News("node", id, "RUNNING", null, NOW, null)), NOW);
        assertThat(rows.state(id)).isEqualTo(InstanceState.RUNNING);
        ends.lost(List.of(id), "lost", NOW);

        starts.assign(List.of(new Assignment(starts.due(NOW, 1).get(0), SERVICE, "node")), NOW);

        assertThat(news.lock(List.of(id)).get(id).staleUntil()).isEqualTo(NOW);
    }

    @Test
    void whoGaveWayIsThereBeforeItsNextTryAndKeepsNobodyOut() {
        long plan = rows.plan("PERIODIC", true);
        UUID due = rows.instance(plan, InstanceState.PENDING, 1, NOW);
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 5, NOW.plusSeconds(4));
        UUID lower = rows.instance(plan, InstanceState.YIELDED, 0, NOW.plusSeconds(4));

        assertThat(starts.due(NOW, 1)).extracting(Wish::id).containsExactly(gaveWay, due, lower);
        assertThat(starts.gaveWay(
                        NOW, NOW.plus(Starts.NEVER_LATER), new String[0], new UUID[0], new String[0], new UUID[0], 1))
                .hasSize(1);
        rows.write("update task_instance set retry_at = null where id = ?1", due);
        assertThat(starts.isAnyDue(NOW)).isFalse();
        assertThat(starts.isAnyDue(NOW.plusSeconds(4))).isTrue();
    }

    /** Else it takes no place after its node's death, as if it came and went. */
    @Test
    void whatRanLongHasNotFailedInSuccessionWhenItsNodeDiesOrWhenItMoves() {
        long plan = rows.plan("PERIODIC", true);
        UUID lost = running(plan);
        UUID moved = running(plan);
        UUID young = running(plan);
        rows.write("update task_instance set attempts = 3");
        ends.lost(List.of(young), "offline", NOW.plusSeconds(9));
        Instant later = NOW.plus(Ends.HEALTHY).plusSeconds(1);

        ends.lost(List.of(lost), "offline", later);
        ends.stopping(new UUID[] {moved}, later);
        ends.stopped(new UUID[] {moved}, "PENDING", "STOPPED", "moves", later);

        assertThat(attempts(lost)).isZero();
        assertThat(attempts(moved)).isZero();
        assertThat(attempts(young)).isEqualTo(3);
    }

    /** Else whoever it gave way to counts as served, long after. */
    @Test
    void whatEndedGivesWayToNobodyAnyMore() {
        long plan = rows.plan("PERIODIC", true);
        UUID lost = running(plan);
        UUID brokenOff = running(plan);
        UUID ended = running(plan);
        UUID stopped = running(plan);
        rows.write("update task_instance set preempted_by = gen_random_uuid(), state = 'STOPPING'");

        ends.lost(List.of(lost), "offline", NOW);
        ends.brokenOff(Map.of(brokenOff, "over"), "LOST", NOW);
        ends.ended(Map.of(ended, "burns"), InstanceState.ERROR, "ERROR", NOW);
        ends.stopped(new UUID[] {stopped}, "PENDING", "STOPPED", null, NOW);

        assertThat(rows.count("task_instance where state <> 'STOPPING'")).isEqualTo(4);
        assertThat(rows.count("task_instance where preempted_by is not null")).isZero();
    }

    /** Else news of its end would be left to whoever had asked for room long ago. */
    @Test
    void aStopByAPersonIsNotForTheRoomThatItWasToMakeBefore() {
        UUID spared = running(rows.plan("PERIODIC", true));
        UUID givesWay = running(rows.plan("PERIODIC", true));
        rows.write("update task_instance set preempted_by = gen_random_uuid()");
        rows.write("update task_instance set state = 'STOPPING' where id = ?1", givesWay);

        ends.stopping(new UUID[] {spared, givesWay}, NOW);

        Beliefs news = new Beliefs_(session);
        assertThat(news.lock(List.of(spared)).get(spared).yields()).isFalse();
        assertThat(news.lock(List.of(givesWay)).get(givesWay).yields()).isTrue();
    }

    /** Whoever paused an instance wants to see that it is paused, and not why it failed before. */
    @Test
    void whatNobodyWantsIsPausedWithoutAWordHoweverItEnds() {
        long plan = rows.plan("PERIODIC", true);
        UUID lost = running(plan);
        UUID refused = running(plan);
        UUID finished = running(plan);
        rows.write("update task_instance set wanted = false, message = 'earlier'");

        ends.lost(List.of(lost), "offline", NOW);
        ends.brokenOff(Map.of(refused, "busy"), "REFUSED", NOW);
        ends.ended(Map.of(finished, "over"), InstanceState.FINISHED, "FINISHED", NOW);

        assertThat(rows.count("task_instance where state = 'PAUSED' and message is null"))
                .isEqualTo(3);
        assertThat(rows.all(String.class, "select message from instance_run"))
                .as("the runs keep the words")
                .containsExactlyInAnyOrder("offline", "busy", "over");
    }

    @Test
    void whatSeveralNodesLoseHasTheWordsOfItsOwn() {
        UUID one = running(rows.plan("PERIODIC", true));
        UUID other = running(rows.plan("PERIODIC", true));

        ends.lost(Map.of(one, "node 1 is silent", other, "node 2 is silent"), Ends.EVER, NOW);

        for (String table : List.of("task_instance where id = ?1", "instance_run where instance_id = ?1")) {
            assertThat(rows.one(String.class, "select message from " + table, one))
                    .isEqualTo("node 1 is silent");
            assertThat(rows.one(String.class, "select message from " + table, other))
                    .isEqualTo("node 2 is silent");
        }
    }

    private int attempts(UUID id) {
        return rows.one(Integer.class, "select attempts from task_instance where id = ?1", id);
    }

    private UUID running(long plan) {
        UUID id = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        starts.assign(List.of(new Assignment(starts.due(NOW, 1).get(0), SERVICE, "node")), NOW);
        return id;
    }
}
