package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Which instances start again, and when, after they failed or were stopped. */
class RestartTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.900Z");

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
    void runsAgainWhatIsStartedWhileItIsBeingStopped() {
        UUID id = running("PERIODIC", false);
        ends.stopping(List.of(id), NOW);

        ends.stopped(List.of(id), InstanceState.PENDING, "STOPPED", null, NOW);

        assertThat(starts.due(NOW, 10)).extracting(Wish::id).containsExactly(id);
    }

    @Test
    void runsItAgainThoughTheNodesNewsOvertakesItsAnswer() {
        UUID id = running("PERIODIC", false);
        ends.stopping(List.of(id), NOW);

        ends.ended(Map.of(id, ""), "FINISHED", "FINISHED", NOW);

        assertThat(starts.due(NOW, 10)).extracting(Wish::id).containsExactly(id);
        assertThat(outcome(id)).isEqualTo("STOPPED");
    }

    @Test
    void leavesWhatAnInspectionStoppedToItsNextRound() {
        UUID id = running("INSPECTIVE", true);
        ends.stopping(List.of(id), NOW);

        ends.ended(Map.of(id, "late"), "ERROR", "ERROR", NOW);

        assertThat(retryAt(id)).isNull();
    }

    @Test
    void restartsAnInspectionsFailedInstanceForTheRestOfItsGroup() {
        UUID id = running("INSPECTIVE", true);

        ends.ended(Map.of(id, "camera burns"), "ERROR", "ERROR", NOW.plusSeconds(3));

        assertThat(starts.due(NOW.plusSeconds(3), 10)).isEmpty();
        assertThat(starts.due(NOW.plusMillis(4200), 10)).singleElement().satisfies(wish -> {
            assertThat(wish.id()).isEqualTo(id);
            // 5.8 s are left: the limit is never more than that.
            assertThat(wish.limitSeconds()).isEqualTo(5);
            assertThat(wish.round()).isEqualTo(1);
        });
        assertThat(starts.due(NOW.plusSeconds(9), 10)).isEmpty();
    }

    @Test
    void leavesAnInspectionsFailedInstanceAloneWhereThePlanDoesNotRestart() {
        UUID id = running("INSPECTIVE", false);

        ends.refused(Map.of(id, "no"), NOW);

        assertThat(retryAt(id)).isNull();
    }

    private UUID running(String mode, boolean autoRestart) {
        UUID id = UUID.randomUUID();
        long plan = sql.number("""
                insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at,
                    modified_at, concurrency, duration, group_started_at)
                values (?, 'p', 'VIDEO_REALTIME', ?, ?, false, 'ON', ?, ?, 5, 10, ?) returning id
                """, UUID.randomUUID(), mode, autoRestart, NOW, NOW, NOW);
        sql.update("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    retry_at, created_at, changed_at)
                select ?, id, organisation_id, '{}', 'M', 0, 'PENDING', true, created_at, created_at, created_at
                from task_plan where id = ?
                """, id, plan);
        Wish wish = starts.due(NOW, 1).get(0);
        starts.assign(List.of(new Assignment(wish, UUID.randomUUID(), "node")), NOW);
        return id;
    }

    private Instant retryAt(UUID id) {
        return sql.list("select retry_at from task_instance where id = ?", row -> Sql.instant(row, "retry_at"), id)
                .get(0);
    }

    private String outcome(UUID id) {
        return sql.first("select outcome from instance_run where instance_id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }
}
