package org.computility.planning.dispatch.preemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreemptionTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final UUID SERVICE = UUID.randomUUID();

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final Preemption preemption = SomePreemption.of(SESSION, clock(NOW), SERVICE);
    private long plan;

    @BeforeEach
    void empty() {
        rows.empty();
        preemption.clock = clock(NOW);
        preemption.allowed = true;
        plan = rows.plan("PERIODIC", false);
    }

    @Test
    void theYoungestOfTheLowestGivesWayAndTheTakerIsTriedAtOnce() {
        running(2, NOW.minusSeconds(1));
        running(1, NOW.minusSeconds(9));
        UUID youngest = running(1, NOW.minusSeconds(3));
        UUID high = waiting(5);

        List<Yielding> yielding = choose(high);

        assertThat(yielding).extracting(Yielding::id).containsExactly(youngest);
        assertThat(rows.state(youngest)).isEqualTo(InstanceState.STOPPING);
        assertThat(rows.retryAt(high)).isEqualTo(NOW);
        assertThat(choose(high)).as("one is enough, and it is on its way").isEmpty();
    }

    @Test
    void nobodyGivesWayToAnEqualOneToWhoeverFailedAgainAndAgainOrToWhoeverGaveWay() {
        running(5, NOW);
        UUID equal = waiting(5);
        UUID failing = waiting(9);
        rows.write("update task_instance set attempts = 3 where id = ?1", failing);
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 9, NOW);

        assertThat(choose(equal, failing, gaveWay)).isEmpty();
    }

    @Test
    void nobodyGivesWayToAStrangerOfTheSameCapability() {
        UUID low = running(0, NOW);
        UUID stranger = waiting(9);
        rows.write("update task_instance set organisation_id = ?1 where id = ?2", UUID.randomUUID(), stranger);
        assertThat(choose(stranger)).isEmpty();

        UUID own = waiting(5);
        assertThat(choose(stranger, own)).extracting(Yielding::id).containsExactly(low);
        assertThat(rows.one(UUID.class, "select preempted_by from task_instance where id = ?1", low))
                .isEqualTo(own);
    }

    @Test
    void whoGaveWayWaitsOnAndKeepsSayingWhyWithPreemptionSwitchedOffToo() {
        UUID gaveWay = rows.instance(plan, InstanceState.YIELDED, 9, NOW);
        rows.write("update task_instance set message = 'gave way' where id = ?1", gaveWay);
        UUID waits = waiting(3);
        preemption.allowed = false;

        rows.commit(() -> {
            preemption.waitOn(List.of(gaveWay, waits));
            return null;
        });

        assertThat(rows.state(gaveWay)).isEqualTo(InstanceState.YIELDED);
        assertThat(rows.retryAt(gaveWay)).isEqualTo(NOW.plusSeconds(5));
        assertThat(message(gaveWay)).isEqualTo("gave way");
        assertThat(rows.retryAt(waits)).isEqualTo(NOW);
    }

    @Test
    void theGroupOfAnInspectionKeepsItsPlacesAndAnInspectionTakesNone() {
        long inspection = rows.plan("INSPECTIVE", false);
        UUID member = rows.instance(inspection, InstanceState.RUNNING, 0, null);
        rows.write("update task_instance set service_id = ?1, compute_code = 'node' where id = ?2", SERVICE, member);
        assertThat(choose(waiting(9))).isEmpty();

        running(0, NOW);
        assertThat(choose(rows.instance(inspection, InstanceState.PENDING, 9, NOW)))
                .isEmpty();
    }

    @Test
    void nobodyGivesWayWhereTheFreedStreamWouldAdmitNobodyOrWhereItIsSwitchedOff() {
        running(0, NOW);
        UUID high = waiting(9);

        assertThat(rows.commit(() -> preemption.choose(List.of(high), node -> true)))
                .isEmpty();
        preemption.allowed = false;
        assertThat(choose(high)).isEmpty();
    }

    @Test
    void whatItsNodeHasEndedIsPausedWithTheReasonAndStillWanted() {
        UUID low = running(1, NOW);
        List<Yielding> yielding = choose(waiting(5));

        note(yielding, Set.of(low), Map.of());

        assertThat(rows.state(low)).isEqualTo(InstanceState.YIELDED);
        assertThat(InstanceState.YIELDED.shown()).isEqualTo("PAUSED");
        assertThat(message(low)).contains("of priority 5 took its place").contains("resumes by itself");
        assertThat(rows.one(Boolean.class, "select wanted from task_instance where id = ?1", low))
                .isTrue();
        assertThat(rows.outcome(low)).isEqualTo("PREEMPTED");
    }

    /** What failed long ago is not held against it when it resumes. */
    @Test
    void whoeverRanLongBeforeItGaveWayHasNotFailedInSuccession() {
        UUID healthy = running(1, NOW);
        UUID failing = running(1, NOW);
        rows.write("update task_instance set attempts = 7");
        rows.write("update task_instance set changed_at = ?1 where id = ?2", NOW.minusSeconds(301), healthy);

        choose(waiting(5), waiting(5));

        assertThat(rows.one(Integer.class, "select attempts from task_instance where id = ?1", healthy))
                .isZero();
        assertThat(rows.one(Integer.class, "select attempts from task_instance where id = ?1", failing))
                .isEqualTo(7);
    }

    @Test
    void whatItsNodeDoesNotEndRunsOnAndIsLeftAloneForAMinute() {
        UUID low = running(1, NOW);
        UUID high = waiting(5);
        List<Yielding> yielding = choose(high);

        note(yielding, Set.of(), Map.of(low, "The task is still ending"));

        assertThat(rows.state(low)).isEqualTo(InstanceState.RUNNING);
        assertThat(message(low)).isEqualTo("The task is still ending");
        preemption.clock = clock(NOW.plusSeconds(30));
        assertThat(choose(high)).isEmpty();
        preemption.clock = clock(NOW.plusSeconds(61));
        assertThat(choose(high)).extracting(Yielding::id).containsExactly(low);
    }

    @Test
    void whoeverAPersonPausesMeanwhileIsPausedAsByAPerson() {
        UUID low = running(1, NOW);
        List<Yielding> yielding = choose(waiting(5));
        rows.write("update task_instance set wanted = false where id = ?1", low);

        note(yielding, Set.of(low), Map.of());

        assertThat(rows.state(low)).isEqualTo(InstanceState.PAUSED);
        assertThat(message(low)).isNull();
    }

    /** Its server dies before it notes what the node said; or a person stops it, and its node does not end it. */
    @Test
    void aStopForAnotherHasAMomentAtWhichItsNodeIsToldAnew() {
        UUID low = running(1, NOW);
        List<Yielding> yielding = choose(waiting(5));
        assertThat(rows.retryAt(low)).isEqualTo(NOW.plusSeconds(15));
        rows.write("update task_instance set wanted = false where id = ?1", low);

        note(yielding, Set.of(), Map.of(low, "The task is still ending"));

        assertThat(rows.state(low)).isEqualTo(InstanceState.STOPPING);
        assertThat(rows.retryAt(low)).isEqualTo(NOW.plusSeconds(5));
        assertThat(rows.count("task_instance where preempted_by is not null")).isZero();
    }

    @Test
    void whoRunsOnIsToldToStopByNobodyLater() {
        UUID low = running(1, NOW);

        note(choose(waiting(5)), Set.of(), Map.of());

        assertThat(rows.state(low)).isEqualTo(InstanceState.RUNNING);
        assertThat(rows.retryAt(low)).isNull();
    }

    @Test
    void whatEndedForAnotherReasonServesNobody() {
        UUID low = running(1, NOW);
        UUID high = waiting(5);
        UUID gone = rows.instance(plan, InstanceState.ERROR, 0, NOW);
        rows.write("update task_instance set preempted_by = ?1 where id = ?2", high, gone);

        assertThat(choose(high)).extracting(Yielding::id).containsExactly(low);
    }

    @Test
    void nobodyGivesWayWhereAPlaceComesByItself() {
        UUID low = running(1, NOW);
        UUID leaves = stopping();
        UUID first = waiting(9);
        assertThat(choose(first)).isEmpty();
        assertThat(message(first)).contains("that is being stopped");
        assertThat(rows.retryAt(first)).isEqualTo(NOW);

        assertThat(choose(first, waiting(5)))
                .as("one place for one")
                .extracting(Yielding::id)
                .containsExactly(low);
        assertThat(rows.count("task_instance where id = ?1 and preempted_by is null", leaves))
                .isEqualTo(1);
    }

    /** It may stay for long. */
    @Test
    void whatItsNodeDidNotEndIsNoPlaceThatComes() {
        UUID low = running(1, NOW);
        rows.write("update task_instance set message = 'The task is still ending' where id = ?1", stopping());

        assertThat(choose(waiting(9))).extracting(Yielding::id).containsExactly(low);
    }

    @Test
    void manyTakeOnlyThePlacesOfLowerOnes() {
        for (int i = 0; i < 300; i++) {
            running(i % 3, NOW.minusSeconds(i));
        }
        UUID[] high = new UUID[250];
        Arrays.setAll(high, i -> waiting(2));

        assertThat(choose(high)).hasSize(200);
        assertThat(rows.count("task_instance where state = 'STOPPING' and priority = 2"))
                .isZero();
    }

    private List<Yielding> choose(UUID... left) {
        return rows.commit(() -> preemption.choose(List.of(left), node -> false));
    }

    private void note(List<Yielding> yielding, Set<UUID> ended, Map<UUID, String> refused) {
        rows.commit(() -> {
            preemption.note(yielding, ended, refused);
            return null;
        });
    }

    private UUID waiting(int priority) {
        return rows.instance(plan, InstanceState.PENDING, priority, NOW);
    }

    /** Stopped by a person, of a priority above all who wait. */
    private UUID stopping() {
        UUID id = running(9, NOW);
        rows.write("update task_instance set state = 'STOPPING', wanted = false where id = ?1", id);
        return id;
    }

    private UUID running(int priority, Instant since) {
        UUID id = rows.instance(plan, InstanceState.RUNNING, priority, null);
        rows.write("update task_instance set service_id = ?1, compute_code = 'node' where id = ?2", SERVICE, id);
        rows.write("insert into instance_run (plan_id, instance_id, started_at) values (?1, ?2, ?3)", plan, id, since);
        return id;
    }

    private String message(UUID id) {
        return rows.one(String.class, "select message from task_instance where id = ?1", id);
    }

    private static Clock clock(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}
