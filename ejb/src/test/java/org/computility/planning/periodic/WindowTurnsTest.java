package org.computility.planning.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.computility.planning.LockOrder;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is Sunday, 16:00 in the platform's zone. */
class WindowTurnsTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final String OPEN_NOW = "7,16:00,18:00";
    private static final String CLOSED_NOW = "7,9:00,16:00";
    private static final Instant NEXT_SUNDAY_AT_NINE = Instant.parse("2026-11-29T01:00:00Z");

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);

    @BeforeEach
    void empty() {
        NoSettings.use();
        rows.empty();
    }

    @Test
    void closesWhatRunsAndWaitsAndFailedAndLeavesWhatCameToItsEnd() {
        long plan = due(CLOSED_NOW, NOW);
        UUID running = rows.instance(plan, InstanceState.RUNNING, 0, null);
        UUID stopping = rows.instance(plan, InstanceState.STOPPING, 0, NOW.plusSeconds(2));
        UUID waiting = rows.instance(plan, InstanceState.PENDING, 0, NOW);
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 0, NOW);
        rows.write("update task_instance set preempted_by = gen_random_uuid()");
        UUID failed = rows.instance(plan, InstanceState.ERROR, 0, null);
        UUID finished = rows.instance(plan, InstanceState.FINISHED, 0, null);

        WindowTurn turn = next();

        assertThat(turn).isEqualTo(new WindowTurn(1, false, List.of(running)));
        assertThat(rows.state(running)).isEqualTo(InstanceState.STOPPING);
        assertThat(rows.retryAt(running))
                .as("where the server dies before the node is told, another one tells it")
                .isEqualTo(NOW.plusSeconds(5));
        assertThat(rows.retryAt(stopping)).isEqualTo(NOW.plusSeconds(2));
        assertThat(rows.state(waiting)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.retryAt(waiting)).isNull();
        assertThat(rows.state(failed)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.state(finished)).isEqualTo(InstanceState.FINISHED);
        assertThat(rows.state(gaveWay)).isEqualTo(InstanceState.PAUSED);
        assertThat(rows.all(UUID.class, "select id from task_instance where preempted_by is not null"))
                .containsExactly(stopping);
        assertThat(rows.count("task_instance where held and not wanted")).isEqualTo(5);
        assertThat(changesAt(plan)).isEqualTo(NEXT_SUNDAY_AT_NINE);
    }

    @Test
    void opensWhatItClosedAndNotWhatAPersonPaused() {
        long plan = due(OPEN_NOW, NOW);
        UUID closed = held(plan, InstanceState.PAUSED);
        UUID failedAsItClosed = held(plan, InstanceState.ERROR);
        UUID stillStopping = held(plan, InstanceState.STOPPING);
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        rows.write("update task_instance set wanted = false where id = ?1", paused);

        assertThat(next()).isEqualTo(new WindowTurn(1, true, List.of()));

        assertThat(rows.state(closed)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.retryAt(closed)).isEqualTo(NOW);
        assertThat(rows.state(failedAsItClosed)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.state(stillStopping)).isEqualTo(InstanceState.STOPPING);
        assertThat(rows.retryAt(stillStopping))
                .as("its node is told once more, not at once")
                .isEqualTo(NOW.plusSeconds(5));
        assertThat(rows.count("task_instance where wanted and not held")).isEqualTo(3);
        assertThat(rows.state(paused)).isEqualTo(InstanceState.PAUSED);
        assertThat(changesAt(plan)).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        long open = due(OPEN_NOW, NOW.minus(Duration.ofDays(20)));
        UUID held = held(open, InstanceState.PAUSED);
        long closed = due("7,9:00,10:00", NOW.minus(Duration.ofDays(20)));
        UUID stillHeld = held(closed, InstanceState.PAUSED);

        assertThat(next().plans()).isEqualTo(2);

        assertThat(rows.state(held)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.state(stillHeld)).isEqualTo(InstanceState.PAUSED);
        assertThat(changesAt(open)).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(changesAt(closed)).isEqualTo(NEXT_SUNDAY_AT_NINE);
        assertThat(next()).isEqualTo(WindowTurn.NONE);
    }

    @Test
    void aPlanWithoutWindowsAnyMoreOpensForGood() {
        long plan = due(null, NOW);
        UUID held = held(plan, InstanceState.PAUSED);

        next();

        assertThat(rows.state(held)).isEqualTo(InstanceState.PENDING);
        assertThat(rows.count("task_plan where next_change_at is null")).isEqualTo(1);
    }

    @Test
    void aPlanThatIsOffOpensWithNobodyToStart() {
        long plan = due(OPEN_NOW, NOW);
        UUID paused = rows.instance(plan, InstanceState.PAUSED, 0, null);
        rows.write("update task_instance set wanted = false where id = ?1", paused);
        rows.write("update task_plan set status = 'OFF' where id = ?1", plan);

        next();

        assertThat(rows.state(paused)).isEqualTo(InstanceState.PAUSED);
    }

    @Test
    void plansAreLookedAtOnceMoreSinceTheZoneMayBeAnother() {
        long plan = due(CLOSED_NOW, NOW.plus(Duration.ofDays(3)));
        long without = due(null, NOW.plus(Duration.ofDays(3)));
        WindowTurns turns = turns(SESSION, NOW);
        assertThat(next()).isEqualTo(WindowTurn.NONE);

        rows.commit(() -> {
            turns.lookAgain();
            return true;
        });

        assertThat(changesAt(plan)).isEqualTo(NOW);
        assertThat(changesAt(without)).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    /** A server that works on a plan, or a person who changes it, keeps no other server from the other plans. */
    @Test
    void twoServersTakeDifferentPlansAndNeitherWaits() {
        long first = due(CLOSED_NOW, NOW.minusSeconds(1));
        UUID one = rows.instance(first, InstanceState.RUNNING, 0, null);
        UUID other = rows.instance(due(CLOSED_NOW, NOW), InstanceState.RUNNING, 0, null);
        StatelessSession second = TestEntities.beside(SESSION);

        rows.commit(() -> {
            assertThat(turns(SESSION, NOW).next(1).closed()).containsExactly(one);
            WindowTurn elsewhere = new PlanningRows(second, NOW)
                    .commit(() -> turns(second, NOW).next(1000));
            assertThat(elsewhere.closed()).containsExactly(other);
            return true;
        });

        assertThat(next()).isEqualTo(WindowTurn.NONE);
        assertThat(rows.count("task_instance where state = 'STOPPING' and held"))
                .isEqualTo(2);
    }

    /** Otherwise it deadlocks with what nodes report at the same time about the same instances. */
    @Test
    void locksInTheOrderOfNumbers() {
        LockOrder order = new LockOrder(SESSION);
        order.holdsNoneWhileItWaitsForTheFirst(() -> new Timetables_(TestEntities.beside(SESSION))
                .follow(new Long[] {order.plan()}, new Boolean[] {false}, NOW, NOW));
    }

    private WindowTurn next() {
        return rows.commit(() -> turns(SESSION, NOW).next(1000));
    }

    private static WindowTurns turns(StatelessSession session, Instant now) {
        return turns(session, StandardTime.zone(), now);
    }

    static WindowTurns turns(StatelessSession session, ZoneId zone, Instant now) {
        WindowTurns turns = new WindowTurns();
        turns.timetables = new Timetables_(session);
        turns.clock = Clock.fixed(now, ZoneOffset.UTC);
        turns.zone = zone;
        return turns;
    }

    private long due(String window, Instant at) {
        long plan = rows.plan("PERIODIC", true);
        rows.write(
                "update task_plan set next_change_at = ?1, plan_day_time = string_to_array(cast(?2 as text), ';') where id = ?3",
                at,
                window,
                plan);
        return plan;
    }

    private UUID held(long plan, InstanceState state) {
        UUID id = rows.instance(plan, state, 0, null);
        rows.write("update task_instance set wanted = false, held = true where id = ?1", id);
        return id;
    }

    private Instant changesAt(long plan) {
        return rows.one(Instant.class, "select next_change_at from task_plan where id = ?1", plan);
    }
}
