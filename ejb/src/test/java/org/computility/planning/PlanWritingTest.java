package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.operations.BatchRuns;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.rules.PlanRules;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.FiredEvents;
import org.computility.shared.NoSettings;
import org.computility.shared.NotFound;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periodic plans; those that need a batch run are tested on a server. */
class PlanWritingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Caller OPERATOR =
            new Caller(UUID.randomUUID(), "operator", PlanningRows.ORGANISATION, Set.of(Role.OPERATOR), null);

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final FiredEvents<PlanStopped> stopped = new FiredEvents<>();
    private final PlanWriting writing = new PlanWriting();
    private final long plan = rows.plan("PERIODIC", true);

    @BeforeEach
    void assemble() {
        writing.plans = new Plans_(SESSION);
        writing.instances = new Instances_(SESSION);
        writing.batchRuns = new BatchRuns();
        writing.stopped = stopped;
        writing.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        NoSettings.use();
        writing.rules = new PlanRules();
    }

    @Test
    void switchesAPlanOffAndOnAgainWithItsInstances() {
        UUID running = rows.instance(plan, InstanceState.RUNNING, 0, null);
        UUID waiting = rows.instance(plan, InstanceState.PENDING, 0, NOW);

        assertThat(rows.commit(() -> writing.stop(plan, OPERATOR))).containsExactly(running);
        assertThat(stopped.news()).containsExactly(new PlanStopped(plan));
        assertThat(rows.state(waiting)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.count("task_plan where id = ?1 and status = 'OFF'", plan))
                .isEqualTo(1);

        start();
        assertThat(rows.state(waiting)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(waiting)).isEqualTo(NOW);
    }

    @Test
    void leavesAPlanAloneThatIsOn() {
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);

        start();

        assertThat(rows.state(paused)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void deletesAPlanOnlyWhenItIsOffAndNothingOfItRuns() {
        UUID id = rows.instance(plan, InstanceState.RUNNING, 0, null);
        assertThatThrownBy(this::delete).isInstanceOf(Conflict.class).hasMessageContaining("is ON");
        rows.commit(() -> writing.stop(plan, OPERATOR));
        assertThatThrownBy(this::delete).isInstanceOf(Conflict.class).hasMessageContaining(id.toString());

        rows.write("update task_instance set state = 'PAUSED' where id = ?1", id);
        delete();

        assertThat(stopped.news())
                .as("of the stop, and of the one deletion that was not refused")
                .containsExactly(new PlanStopped(plan), new PlanStopped(plan));
        assertThat(rows.count("task_instance where plan_id = ?1", plan)).isZero();
        assertThatThrownBy(this::start).isInstanceOf(NotFound.class);
    }

    @Test
    void aPlanThatIsStartedWhileItIsClosedWaitsForItsWindow() {
        rows.write("update task_plan set plan_day_time = '{\"7,9:00,10:00\"}', status = 'OFF' where id = ?1", plan);
        UUID waiting = rows.instance(plan, InstanceState.PAUSED, 0, null);

        start();
        assertThat(rows.state(waiting)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.count("task_instance where held and id = ?1", waiting)).isEqualTo(1);
        assertThat(rows.count("task_plan where next_change_at > ?1 and id = ?2", NOW, plan))
                .as("it is looked at again when it opens by this server's clock")
                .isEqualTo(1);
        assertThat(rows.count("task_plan where id = ?1 and status = 'ON'", plan))
                .isEqualTo(1);

        assertThat(rows.commit(() -> writing.stop(plan, OPERATOR))).isEmpty();
        assertThat(rows.count("task_instance where held and id = ?1", waiting)).isZero();
    }

    @Test
    void otherWindowsAreDueAtOnceAndTheSameAreNot() {
        rows.write("update task_plan set plan_day_time = '{\"7,9:00,10:00\"}' where id = ?1", plan);

        windows("7,9:00,10:00");
        assertThat(rows.count("task_plan where next_change_at = ?1", NOW)).isZero();
        windows("7,9:00,18:00");
        assertThat(rows.count("task_plan where next_change_at = ?1", NOW)).isEqualTo(1);
    }

    private void windows(String window) {
        PlanChange change = new PlanChange(null, null, List.of(window), null, null, null, null);
        rows.commit(() -> {
            writing.update(plan, change, OPERATOR);
            return true;
        });
    }

    private void start() {
        rows.commit(() -> {
            writing.start(plan, OPERATOR);
            return true;
        });
    }

    private void delete() {
        rows.commit(() -> {
            writing.delete(plan, OPERATOR);
            return true;
        });
    }
}
