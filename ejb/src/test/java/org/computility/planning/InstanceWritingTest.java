package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.NoSettings;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceWritingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Caller OPERATOR =
            new Caller(UUID.randomUUID(), "operator", PlanningRows.ORGANISATION, Set.of(Role.OPERATOR), null);
    private static final Caller STRANGER =
            new Caller(UUID.randomUUID(), "stranger", UUID.randomUUID(), Set.of(Role.OPERATOR), null);

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final InstanceWriting writing = new InstanceWriting();

    @BeforeEach
    void assemble() {
        writing.instances = new Instances_(SESSION);
        writing.plans = new Plans_(SESSION);
        writing.clock = Clock.fixed(NOW.plusSeconds(9), ZoneOffset.UTC);
    }

    @Test
    void wantsAndUnwantsTheNamed() {
        long plan = rows.plan("PERIODIC", true);
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID running = rows.instance(plan, InstanceState.RUNNING, 0, null);

        want(OPERATOR, paused, running);
        assertThat(rows.state(paused)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.state(running)).isEqualTo(InstanceState.RUNNING);

        assertThat(rows.commit(() -> writing.unwant(InstanceIds.of(paused, running), OPERATOR)))
                .containsExactly(running);
        assertThat(rows.state(paused)).isEqualTo(InstanceState.PAUSED);
    }

    /** It is Sunday, 16:00 in the platform's zone. */
    @Test
    void whatIsStartedWhileItsPlanIsClosedIsHeldAndSaysUntilWhen() {
        NoSettings.use();
        long plan = rows.plan("PERIODIC", true);
        rows.write(
                "update task_plan set plan_day_time = '{\"1,7:00,9:00\"}', next_change_at = ?1 where id = ?2",
                NOW.plus(Duration.ofHours(15)),
                plan);
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID other = rows.instance(rows.plan("PERIODIC", true), InstanceState.PAUSED, 0, null);
        UUID stillRuns = rows.instance(plan, InstanceState.RUNNING, 0, null);

        want(OPERATOR, paused, other, stillRuns);

        assertThat(rows.state(other)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.count("task_instance where id = ?1 and wanted", stillRuns))
                .as("left to the closing of its plan")
                .isEqualTo(1);
        assertThat(shown(paused).state()).isEqualTo(InstanceState.PAUSED);
        assertThat(shown(paused).message()).isEqualTo("Closed by its window until 2026-11-23 07:00:00.");
        assertThat(writing.instances.held(plan)).isEqualTo(new Instances.Held(1, 0));

        rows.commit(() -> writing.unwant(InstanceIds.of(paused), OPERATOR));
        assertThat(shown(paused).message()).isNull();
        assertThat(writing.instances.held(plan)).isEqualTo(new Instances.Held(0, 1));
    }

    /** Another server, whose clock is ahead, has closed the plan, or opened it, already. */
    @Test
    void whoStartsSomethingHasThePlanLookedAtAgainAtItsBoundaryByTheSameClock() {
        NoSettings.use();
        Instant closes = NOW.plus(Duration.ofHours(1));
        long early = windows("7,9:00,17:00", closes.plus(Duration.ofDays(6)));
        long due = windows("7,9:00,17:00", NOW);
        long opens = windows("7,17:00,18:00", closes.plus(Duration.ofHours(1)));

        want(
                OPERATOR,
                rows.instance(early, InstanceState.PAUSED, 0, null),
                rows.instance(due, InstanceState.PAUSED, 0, null),
                rows.instance(opens, InstanceState.PAUSED, 0, null));

        long added = windows("7,9:00,17:00", closes.plus(Duration.ofDays(6)));
        rows.commit(() -> writing.addWanted(added, List.of()));

        assertThat(changesAt(added)).isEqualTo(closes);
        assertThat(changesAt(early)).isEqualTo(closes);
        assertThat(changesAt(opens)).isEqualTo(closes);
        assertThat(changesAt(due)).as("nobody has looked yet").isEqualTo(NOW);
    }

    private long windows(String window, Instant changesAt) {
        long plan = rows.plan("PERIODIC", true);
        rows.write(
                "update task_plan set plan_day_time = string_to_array(?1, ';'), next_change_at = ?2 where id = ?3",
                window,
                changesAt,
                plan);
        return plan;
    }

    private Instant changesAt(long plan) {
        return rows.one(Instant.class, "select next_change_at from task_plan where id = ?1", plan);
    }

    private InstanceView shown(UUID id) {
        return writing.instances
                .named(List.of(), List.of(id), null)
                .getSingleResult()
                .view();
    }

    @Test
    void changesNoneOfTwoInstancesThatOneCallNames() {
        long plan = rows.plan("PERIODIC", false);
        UUID first = rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID second = rows.instance(plan, InstanceState.PAUSED, 0, null);
        long number = writing.instances
                .named(List.of(), List.of(first), null)
                .getSingleResult()
                .number();
        InstanceIds both = new InstanceIds(List.of(number), List.of(second));

        assertThatThrownBy(() -> rows.commit(() -> {
                    writing.change(both, present -> null, OPERATOR);
                    return null;
                }))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("two instances");
        assertThat(new InstanceIds(List.of(number), List.of(first)).nameOnly(number, first))
                .isTrue();
    }

    @Test
    void leavesAnInspectionsInstanceToItsPlan() {
        long plan = rows.plan("INSPECTIVE", true);
        UUID id = rows.instance(plan, InstanceState.PAUSED, 0, null);
        rows.write("update task_plan set status = 'OFF' where id = ?1", plan);

        assertThatThrownBy(() -> want(OPERATOR, id)).isInstanceOf(Conflict.class);
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void namesTheFirstThatTheCallerDoesNotHave() {
        UUID id = rows.instance(rows.plan("PERIODIC", true), InstanceState.PAUSED, 0, null);

        assertThatThrownBy(() -> want(STRANGER, id))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(id.toString());
        assertThat(rows.state(id)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void removesAnIdleInstanceAndSaysThatItsPlanWasModified() {
        long plan = rows.plan("PERIODIC", true);
        UUID idle = rows.instance(plan, InstanceState.PAUSED, 0, null);
        UUID running = rows.instance(plan, InstanceState.RUNNING, 0, null);

        remove(idle);

        assertThat(rows.count("task_instance where plan_id = ?1", plan)).isEqualTo(1);
        assertThat(rows.count("task_plan where id = ?1 and modified_at = ?2", plan, NOW.plusSeconds(9)))
                .isEqualTo(1);
        assertThatThrownBy(() -> remove(running)).isInstanceOf(Conflict.class);
    }

    private void want(Caller caller, UUID... ids) {
        rows.commit(() -> {
            writing.want(InstanceIds.of(ids), caller);
            return true;
        });
    }

    private void remove(UUID id) {
        rows.commit(() -> {
            writing.remove(InstanceIds.of(id), OPERATOR);
            return true;
        });
    }
}
