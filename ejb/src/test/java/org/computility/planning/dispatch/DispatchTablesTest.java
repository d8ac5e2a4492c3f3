package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.shared.database.Sql;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DispatchTablesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID SERVICE = UUID.randomUUID();

    private static DataSource database;
    private static StatelessSession session;

    private Sql sql;
    private Starts starts;
    private EndTable ends;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        session = TestEntities.session(database);
    }

    @BeforeEach
    void empty() {
        sql = new Sql(database);
        sql.update("truncate task_plan cascade");
        sql.update("truncate instance_run");
        starts = new Starts_(session);
        ends = new EndTable(database);
    }

    @Test
    void startsWhatIsDueByPriorityAndOpensARunForEach() {
        long plan = plan("PERIODIC", true);
        UUID low = instance(plan, 1, "PENDING", NOW);
        UUID high = instance(plan, 9, "PENDING", NOW);
        instance(plan, 5, "PENDING", NOW.plusSeconds(1));

        List<Wish> due = starts.due(NOW, 10);
        starts.assign(
                due.stream().map(wish -> new Assignment(wish, SERVICE, "node")).toList(), NOW);

        assertThat(due).extracting(Wish::id).containsExactly(high, low);
        assertThat(state(high)).isEqualTo("STARTING");
        assertThat(starts.taken(List.of(SERVICE))).containsEntry(SERVICE, 2L);
        assertThat(sql.number("select count(*) from instance_run where ended_at is null"))
                .isEqualTo(2);
        assertThat(starts.due(NOW, 10)).isEmpty();
    }

    @Test
    void letsAPeriodicInstanceWaitForRoomAndAnInspectionMissItsRound() {
        UUID waiting = instance(plan("PERIODIC", true), 0, "PENDING", NOW);
        long inspection = plan("INSPECTIVE", true);
        UUID missing = instance(inspection, 0, "PENDING", null);
        List<Wish> left = List.of(
                starts.due(NOW, 10).get(0),
                starts.ofGroup(new StartOrder(inspection, List.of(missing), 3, Duration.ofSeconds(10)))
                        .get(0));

        starts.noRoom(left, Map.of(waiting, "full", missing, "full"), NOW);

        assertThat(state(waiting)).isEqualTo("PENDING");
        assertThat(state(missing)).isEqualTo("ERROR");
        assertThat(starts.due(NOW, 10)).isEmpty();
        assertThat(starts.due(NOW.plusSeconds(5), 10)).hasSize(1);
        assertThat(sql.first("select outcome || round from instance_run", row -> row.getString(1)))
                .contains("NO_ROOM3");
    }

    @Test
    void triesAFailedInstanceAgainLaterAndLater() {
        UUID id = running(plan("PERIODIC", true));
        ends.ended(Map.of(id, "camera burns"), "ERROR", "ERROR", NOW);
        assertThat(state(id)).isEqualTo("ERROR");
        assertThat(starts.due(NOW, 1)).isEmpty();

        List<Wish> again = starts.due(NOW.plusSeconds(1), 1);
        starts.assign(List.of(new Assignment(again.get(0), SERVICE, "node")), NOW.plusSeconds(1));
        ends.ended(Map.of(id, "again"), "ERROR", "ERROR", NOW.plusSeconds(2));

        assertThat(starts.due(NOW.plusSeconds(3), 1)).isEmpty();
        assertThat(starts.due(NOW.plusSeconds(4), 1)).hasSize(1);
    }

    @Test
    void leavesAFailedInstanceAloneWhereThePlanDoesNotRestart() {
        UUID id = running(plan("PERIODIC", false));

        ends.ended(Map.of(id, "camera burns"), "ERROR", "ERROR", NOW);

        assertThat(starts.due(NOW.plusSeconds(3600), 1)).isEmpty();
    }

    @Test
    void endsTheRunOfWhatIsStoppedAndAnswersWhatANodeHas() {
        long plan = plan("PERIODIC", true);
        UUID running = running(plan);
        UUID waiting = instance(plan, 0, "PENDING", NOW);
        sql.update("update task_instance set wanted = false");

        List<ActiveTask> active = ends.stopping(List.of(running, waiting), NOW);
        ends.stopped(List.of(running), InstanceState.PENDING, "STOPPED", null, NOW.plusSeconds(1));

        assertThat(active).extracting(ActiveTask::id).containsExactly(running);
        assertThat(state(running)).isEqualTo("PAUSED");
        assertThat(outcome(running)).isEqualTo("STOPPED");
    }

    @Test
    void callsARunStoppedThoughTheNodesNewsOvertakesItsAnswer() {
        UUID told = running(plan("PERIODIC", true));
        UUID alone = running(plan("PERIODIC", true));
        sql.update("update task_instance set wanted = false where id = ?", told);
        ends.stopping(List.of(told), NOW);

        ends.ended(Map.of(told, ""), "FINISHED", "FINISHED", NOW);
        ends.ended(Map.of(alone, ""), "FINISHED", "FINISHED", NOW);

        assertThat(state(told)).isEqualTo("PAUSED");
        assertThat(outcome(told)).isEqualTo("STOPPED");
        assertThat(outcome(alone)).isEqualTo("FINISHED");
    }

    @Test
    void movesWhatASilentNodeHadToTheHeadOfTheQueue() {
        UUID id = running(plan("PERIODIC", false));

        ends.lost(ends.activeOnNode("node"), "offline", NOW);

        assertThat(starts.due(NOW, 1)).extracting(Wish::id).containsExactly(id);
    }

    @Test
    void marksNewsOfTheRunBeforeAsStale() {
        UUID id = running(plan("PERIODIC", true));
        NewsTable news = new NewsTable(database);
        news.alive(List.of(new News("node", id, "RUNNING", null, NOW)), NOW);
        assertThat(state(id)).isEqualTo("RUNNING");
        ends.lost(List.of(id), "lost", NOW);

        starts.assign(List.of(new Assignment(starts.due(NOW, 1).get(0), SERVICE, "node")), NOW);

        assertThat(news.lock(List.of(id)).get(id).staleUntil()).isEqualTo(NOW);
    }

    private UUID running(long plan) {
        UUID id = instance(plan, 0, "PENDING", NOW);
        starts.assign(List.of(new Assignment(starts.due(NOW, 1).get(0), SERVICE, "node")), NOW);
        return id;
    }

    private long plan(String mode, boolean autoRestart) {
        return sql.number("""
                insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at,
                    modified_at, concurrency, duration) values (?, 'p', 'VIDEO_REALTIME', ?, ?, false, 'ON', ?, ?, 5, 10)
                returning id
                """, ORGANISATION, mode, autoRestart, NOW, NOW);
    }

    private UUID instance(long plan, int priority, String state, Instant retryAt) {
        UUID id = UUID.randomUUID();
        sql.update("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    retry_at, created_at, changed_at) values (?, ?, ?, '{}', 'M', ?, ?, true, ?, ?, ?)
                """, id, plan, ORGANISATION, priority, state, retryAt, NOW, NOW);
        return id;
    }

    private String outcome(UUID id) {
        return sql.first("select outcome from instance_run where instance_id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private String state(UUID id) {
        return sql.first("select state from task_instance where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }
}
