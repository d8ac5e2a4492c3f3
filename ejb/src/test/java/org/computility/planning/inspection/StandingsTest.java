package org.computility.planning.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.inspection.Members.Member;
import org.computility.planning.inspection.Standings.Progress;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final long RUN = 17;
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final Standings standings = new Standings_(SESSION);
    private long plan;

    @BeforeEach
    void startsARunOfTwoRounds() {
        plan = rows.plan("INSPECTIVE", true);
        rows.write(
                "update task_plan set batch_run = ?1, round_limit = 2, group_started_at = null where id = ?2",
                RUN,
                plan);
    }

    @Test
    void onlyItsOwnRunWorksOnAPlanThatIsOn() {
        assertThat(standings.lock(plan, RUN)).isPresent();
        assertThat(standings.lock(plan, RUN + 1)).isEmpty();
        assertThat(standings.lock(-1, RUN)).isEmpty();

        rows.write("update task_plan set status = 'OFF' where id = ?1", plan);

        assertThat(standings.lock(plan, RUN)).isEmpty();
    }

    @Test
    void keepsAnOpenGroupUntilItIsClosed() {
        Standing standing = standing();
        standing.open(NOW);
        standings.write(List.of(standing));
        assertThat(standing().hasOpenGroup()).isTrue();

        standing.close(5, true);
        standings.write(List.of(standing));

        assertThat(standing().hasOpenGroup()).isFalse();
        assertThat(standing().position()).isEqualTo(new Position(0, 5, 2));
    }

    @Test
    void goesOffAfterTheLastRoundAndChangesNothingElse() {
        Standing standing = standing();
        standing.closeRound();
        assertThat(standing.isWorkedOnBy(Set.of(new PlanRun(plan, RUN)))).isTrue();
        standing.closeRound();
        standings.write(List.of(standing));

        assertThat(standings.lock(plan, RUN)).isEmpty();
        assertThat(rows.count(
                        "task_plan where id = ?1 and status = 'OFF' and batch_run = ?2 and duration = 10 and concurrency = 5"
                                + " and round_count = 2",
                        plan,
                        RUN))
                .isEqualTo(1);
    }

    @Test
    void ordersAGroupOfTheRunningRound() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        Group group = standing().group(List.of(new Member(plan, one, 3), new Member(plan, other, 8)), true);

        assertThat(group).isEqualTo(new Group(plan, RUN, 1, List.of(one, other), 8, Duration.ofSeconds(10), true));
    }

    @Test
    void countsHowFarTheRoundIs() {
        UUID first = rows.instance(plan, InstanceState.FINISHED, 0, null);
        rows.instance(plan, InstanceState.PENDING, 0, null);
        rows.write(
                "update task_plan set after_number = (select number from task_instance where id = ?1) where id = ?2",
                first,
                plan);

        assertThat(progress(plan)).contains(new Progress(plan, false, 1, 2));

        rows.write("update task_instance set postponed = true where id = ?1", first);
        assertThat(progress(plan)).contains(new Progress(plan, false, 0, 2));

        assertThat(progress(-1)).isEmpty();

        rows.write("update task_plan set status = 'OFF', round_count = 2 where id = ?1", plan);
        assertThat(progress(plan).orElseThrow().share()).isEqualTo(100);
    }

    private Standing standing() {
        return standings.lock(plan, RUN).orElseThrow();
    }

    private Optional<Progress> progress(long of) {
        return standings.progress(new Long[] {of}).stream().findFirst();
    }
}
