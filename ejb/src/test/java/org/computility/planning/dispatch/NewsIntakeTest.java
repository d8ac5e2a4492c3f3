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
import org.computility.compute.events.NodeReconciliation;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsIntakeTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final NewsIntake intake = new NewsIntake();
    private final List<String> again = new ArrayList<>();
    private final long plan = rows.plan("PERIODIC", true);

    @BeforeEach
    void assemble() {
        intake.beliefs = new Beliefs_(SESSION);
        intake.ends = new Ends_(SESSION);
        intake.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        intake.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                again.add(computeCode + " " + delay);
            }
        };
    }

    @Test
    void believesANodeAboutWhatItHas() {
        playedBack();
        UUID first = on("node", InstanceState.STARTING);
        UUID second = on("node", InstanceState.RUNNING);
        UUID third = on("node", InstanceState.RUNNING);

        List<News> strangers =
                take(news("node", first, "RUNNING"), news("node", second, "FINISHED"), news("node", third, "ERROR"));

        assertThat(strangers).isEmpty();
        assertThat(rows.state(first)).isEqualTo(InstanceState.RUNNING);
        assertThat(rows.state(second)).isEqualTo(InstanceState.FINISHED);
        assertThat(rows.state(third)).isEqualTo(InstanceState.ERROR);
        assertThat(rows.outcome(second)).isEqualTo("FINISHED");
        assertThat(rows.outcome(third)).isEqualTo("ERROR");
    }

    @Test
    void whatTheNodeBrokeOffRunsAgainWhetherOrNotFailuresDo() {
        for (long some : List.of(plan, rows.plan("PERIODIC", false), rows.plan("INSPECTIVE", false))) {
            UUID broken = on(some, "node", InstanceState.RUNNING);

            take(news("node", broken, "STOPPED"));

            assertThat(rows.state(broken)).isEqualTo(InstanceState.PENDING);
            assertThat(rows.retryAt(broken)).isEqualTo(NOW.plusSeconds(1));
            assertThat(rows.outcome(broken)).isEqualTo("LOST");
        }
    }

    @Test
    void whatHasNoEndOfItsOwnIsNotFinishedAlthoughTheNodeSaysSo() {
        UUID camera = on("node", InstanceState.RUNNING);
        take(news("node", camera, "FINISHED"));
        assertThat(rows.state(camera)).isEqualTo(InstanceState.PENDING);

        long images = rows.plan("PERIODIC", false);
        rows.write("update task_plan set type = 'IMAGE_REALTIME' where id = ?1", images);
        UUID again = on(images, "node", InstanceState.RUNNING);
        rows.write("""
                update task_instance set task_info = '{"ImageOptions":{"Interval":5}}' where id = ?1""", again);
        UUID once = on(images, "node", InstanceState.RUNNING);
        take(news("node", again, "FINISHED"), news("node", once, "FINISHED"));
        assertThat(rows.state(again)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.state(once)).isEqualTo(InstanceState.FINISHED);
    }

    @Test
    void anInspectionsInstanceIsFinishedWhenItsNodeSaysSo() {
        UUID id = on(rows.plan("INSPECTIVE", true), "node", InstanceState.RUNNING);

        take(news("node", id, "FINISHED"));

        assertThat(rows.state(id)).isEqualTo(InstanceState.FINISHED);
    }

    @Test
    void whatIsBrokenOffAgainAndAgainIsTriedLessAndLessOften() {
        UUID id = on("node", InstanceState.RUNNING);
        rows.write("update task_instance set attempts = 4 where id = ?1", id);

        take(news("node", id, "STOPPED"));

        assertThat(rows.retryAt(id)).isEqualTo(NOW.plusSeconds(16));
    }

    @Test
    void whatSomebodyStoppedStaysStoppedWhateverTheNodeCallsIt() {
        for (String word : List.of("STOPPED", "FINISHED")) {
            UUID id = on("node", InstanceState.STOPPING);
            rows.write("update task_instance set wanted = false where id = ?1", id);

            take(news("node", id, word));

            assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
            assertThat(rows.outcome(id)).isEqualTo("STOPPED");
        }
    }

    @Test
    void believesOnlyTheLatestOfSeveral() {
        UUID id = on("node", InstanceState.STARTING);

        take(news("node", id, "ERROR"), news("node", id, "RUNNING"));

        assertThat(rows.state(id)).isEqualTo(InstanceState.RUNNING);
        assertThat(rows.outcome(id)).isNull();
    }

    /** The news of its start may come after them. */
    @Test
    void theWordsOfANodeThatSparedAnInstanceStandForAMinute() {
        UUID taker = rows.instance(plan, InstanceState.PENDING, 5, null);
        UUID spared = on("node", InstanceState.RUNNING);
        rows.write(
                "update task_instance set message = 'It is still ending', preempted_by = ?1 where id = ?2",
                taker,
                spared);
        rows.write("update task_instance set changed_at = ?1 where id = ?2", NOW.minusSeconds(59), spared);

        take(new News("node", spared, "RUNNING", null, Instant.EPOCH, null));
        assertThat(message(spared)).isEqualTo("It is still ending");

        rows.write("update task_instance set changed_at = ?1 where id = ?2", NOW.minusSeconds(61), spared);
        take(new News("node", spared, "RUNNING", null, Instant.EPOCH, null));
        assertThat(message(spared)).isNull();
    }

    private String message(UUID id) {
        return rows.one(String.class, "select message from task_instance where id = ?1", id);
    }

    @Test
    void answersWhatIsToBeStoppedThere() {
        UUID elsewhere = on("other", InstanceState.RUNNING);
        News stranger = news("node", elsewhere, "RUNNING");
        News nobodys = news("node", UUID.randomUUID(), "PENDING");

        assertThat(take(stranger, nobodys)).containsExactly(stranger, nobodys);
        assertThat(rows.state(elsewhere)).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void aNodeIsAskedAboutARunThatMayBeOverOrNew() {
        UUID id = on("node", InstanceState.PAUSED);
        rows.write("update task_instance set node_started_at = ?1 where id = ?2", Instant.EPOCH, id);

        assertThat(take(news("node", id, "RUNNING"))).isEmpty();
        assertThat(again).containsExactly("node PT5S");
    }

    private List<News> take(News... news) {
        return rows.commit(() -> intake.takeOver(List.of(news)));
    }

    private static News news(String node, UUID id, String status) {
        return new News(node, id, status, "says the node", Instant.EPOCH, null);
    }

    private void playedBack() {
        rows.write("update task_plan set type = 'VIDEO_PLAYBACK' where id = ?1", plan);
    }

    private UUID on(String node, InstanceState state) {
        return on(plan, node, state);
    }

    private UUID on(long plan, String node, InstanceState state) {
        UUID id = rows.instance(plan, state, 0, null);
        rows.write("update task_instance set compute_code = ?1 where id = ?2", node, id);
        rows.write("insert into instance_run (plan_id, instance_id, started_at) values (?1, ?2, ?3)", plan, id, NOW);
        return id;
    }
}
