package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which instances start again, and when, after they failed or were stopped. */
class RestartTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.900Z");

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
    void runsAgainWhatIsStartedWhileItIsBeingStopped() {
        UUID id = running("PERIODIC", false);
        ends.stopping(new UUID[] {id}, NOW);

        ends.stopped(new UUID[] {id}, "PENDING", "STOPPED", null, NOW);

        assertThat(starts.due(NOW, 10)).extracting(Wish::id).containsExactly(id);
    }

    @Test
    void theSecondOfTwoStopsDoesNotEndTheRunThatBeganAfterTheFirst() {
        UUID id = running("PERIODIC", false);
        ends.stopping(new UUID[] {id}, NOW);
        ends.stopping(new UUID[] {id}, NOW);
        ends.stopped(new UUID[] {id}, "PENDING", "STOPPED", null, NOW);
        Wish again = starts.due(NOW, 1).get(0);
        starts.assign(List.of(new Assignment(again, UUID.randomUUID(), "node")), NOW);

        ends.stopped(new UUID[] {id}, "PENDING", "STOPPED", null, NOW);

        assertThat(rows.state(id)).isEqualTo(InstanceState.STARTING);
        assertThat(rows.count("instance_run where ended_at is null")).isEqualTo(1);
    }

    @Test
    void runsItAgainThoughTheNodesNewsOvertakesItsAnswer() {
        UUID id = running("PERIODIC", false);
        ends.stopping(new UUID[] {id}, NOW);

        ends.ended(Map.of(id, ""), InstanceState.FINISHED, "FINISHED", NOW);

        assertThat(starts.due(NOW, 10)).extracting(Wish::id).containsExactly(id);
        assertThat(rows.outcome(id)).isEqualTo("STOPPED");
    }

    @Test
    void leavesWhatAnInspectionStoppedToItsNextRound() {
        UUID id = running("INSPECTIVE", true);
        ends.stopping(new UUID[] {id}, NOW);

        ends.ended(Map.of(id, "late"), InstanceState.ERROR, "ERROR", NOW);

        assertThat(rows.retryAt(id)).isNull();
    }

    @Test
    void restartsAnInspectionsFailedInstanceForTheRestOfItsGroup() {
        UUID id = running("INSPECTIVE", true);

        ends.ended(Map.of(id, "camera burns"), InstanceState.ERROR, "ERROR", NOW.plusSeconds(3));

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

        ends.ended(Map.of(id, "no"), InstanceState.ERROR, "REFUSED", NOW);

        assertThat(rows.retryAt(id)).isNull();
    }

    private UUID running(String mode, boolean autoRestart) {
        UUID id = rows.instance(rows.plan(mode, autoRestart), InstanceState.PENDING, 0, NOW);
        Wish wish = starts.due(NOW, 1).get(0);
        starts.assign(List.of(new Assignment(wish, UUID.randomUUID(), "node")), NOW);
        return id;
    }
}
