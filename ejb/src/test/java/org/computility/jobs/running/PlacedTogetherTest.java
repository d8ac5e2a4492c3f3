package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobStatus;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.running.places.Snapshots;
import org.junit.jupiter.api.Test;

/** What a round has chosen is written in few transactions; a job that changed, is being changed, or cannot be written harms no other. */
class PlacedTogetherTest extends JobsOnCenters {

    @Test
    void jobsThatWereChosenTogetherArePlacedInOneTransaction() {
        // So few that there is room for all of them in whatever order they are chosen.
        List<String> ids = enter(7);
        String wide = enter("wide", 3);
        CommittedPlacements committed = committed();
        round(committed).place(() -> true);

        assertThat(committed.placings).isEqualTo(1);
        assertThat(committed.jobs).isEqualTo(8);
        assertThat(ids).allSatisfy(id -> assertThat(places(id)).containsExactly("east"));
        assertThat(places(wide)).containsExactly("east", "east", "east");
        assertThat(story(ids.get(0)).attempts().get(0).placement().scores()).isNotEmpty();
    }

    @Test
    void aTransactionIsShortAndTheLeaseIsAskedForBeforeEach() {
        for (String other : List.of("north", "south", "west", "middle")) {
            centers.put(other, new FakeRuntime(clock));
        }
        enter(110);
        Iterator<Boolean> lease = List.of(true, false).iterator();
        CommittedPlacements committed = committed();
        round(committed).place(lease::next);
        assertThat(committed.placings).isEqualTo(1);
        assertThat(register.placements().live()).hasSize(100);

        round(committed).place(() -> true);
        assertThat(committed.placings).isEqualTo(2);
        assertThat(register.placements().live()).hasSize(110);
    }

    @Test
    void aJobThatWasStoppedMeanwhileIsLeftOut() {
        List<String> ids = enter(3);
        CommittedPlacements committed = new CommittedPlacements(register.placements(), world.sessions) {
            @Override
            public List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince) {
                stop(ids.get(1));
                return super.placeTogether(chosen, silentSince);
            }
        };
        round(committed).place(() -> true);

        assertThat(committed.placings).isEqualTo(1);
        assertThat(job(ids.get(1)).status()).isEqualTo(JobStatus.STOPPED);
        assertThat(story(ids.get(1)).attempts()).isEmpty();
        assertThat(attempt(ids.get(0))).isEqualTo(AttemptState.PLACED);
        assertThat(attempt(ids.get(2))).isEqualTo(AttemptState.PLACED);
    }

    @Test
    void aJobThatSomebodyChangesJustNowKeepsNoOtherWaiting() throws Exception {
        List<String> ids = enter(3);
        List<Integer> placedBefore = new ArrayList<>();
        try (Connection somebody = world.database.getConnection()) {
            somebody.setAutoCommit(false);
            somebody.createStatement()
                    .execute("select * from job where job_id = '" + ids.get(1) + "' for no key update");
            CommittedPlacements committed = new CommittedPlacements(register.placements(), world.sessions) {
                @Override
                public boolean place(ChosenJob chosen, Instant silentSince) {
                    assertThat(chosen.jobId()).hasToString(ids.get(1));
                    placedBefore.add(register.placements().live().size());
                    letGo(somebody);
                    return super.place(chosen, silentSince);
                }
            };
            round(committed).place(() -> true);
        }

        assertThat(placedBefore).containsExactly(2);
        assertThat(ids).allSatisfy(id -> assertThat(attempt(id)).isEqualTo(AttemptState.PLACED));
    }

    @Test
    void aJobThatCannotBeWrittenHoldsUpNoOther() {
        List<String> ids = enter(20);
        String bad = ids.get(7);
        world.run("""
                insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at, claimed_until)
                select task_id || '-1', 0, task_id, job_id, 1, 'east', 'COMPLETED', '{"centerId":"east","borrowed":false,"scores":[]}',
                    now(), now()
                from job_task where job_id = '%s'
                """.formatted(bad));
        CommittedPlacements committed = committed();
        round(committed).place(() -> true);
        assertThat(committed.placings).as("of twenty by halves").isLessThanOrEqualTo(5);
        assertThat(register.placements().live())
                .hasSize(19)
                .noneMatch(attempt -> attempt.job().id().equals(bad));
        assertThat(job(bad).status()).isEqualTo(JobStatus.PENDING);

        world.run("delete from job_attempt where job_id = '%s'".formatted(bad));
        round(committed).place(() -> true);
        assertThat(attempt(bad)).isEqualTo(AttemptState.PLACED);
    }

    @Test
    void whileTheDatabaseIsAwayNothingElseIsTried() {
        enter(20);
        CommittedPlacements committed = new CommittedPlacements(register.placements(), world.sessions) {
            @Override
            public List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince) {
                placings++;
                throw new IllegalStateException(new SQLNonTransientConnectionException("gone"));
            }
        };
        PlacingRound round = round(committed);

        assertThatThrownBy(() -> round.place(() -> true)).hasRootCauseMessage("gone");
        assertThat(committed.placings).isEqualTo(1);
    }

    @Test
    void twoServersAtOncePlaceEachJobOnce() throws Exception {
        List<String> ids = enter(5);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        List<JobPlacements.ChosenJob> held = new ArrayList<>();
        CommittedPlacements one = new CommittedPlacements(register.placements(), world.sessions) {
            @Override
            void beforeCommit() {
                written.countDown();
                await(seen);
            }
        };
        CommittedPlacements other = new CommittedPlacements(register.placements(), world.sessions) {
            @Override
            public List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince) {
                await(written);
                held.addAll(super.placeTogether(chosen, silentSince));
                seen.countDown();
                return held;
            }
        };
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> round(one).place(() -> true));
        round(other).place(() -> true);
        first.get(1, TimeUnit.MINUTES);

        assertThat(held).hasSize(5);
        assertThat(ids)
                .allSatisfy(id -> assertThat(story(id).attempts())
                        .extracting(AttemptFacts::number)
                        .containsExactly(1));
    }

    private List<String> enter(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> enter("job" + number, 1))
                .toList();
    }

    private CommittedPlacements committed() {
        return new CommittedPlacements(register.placements(), world.sessions);
    }

    private PlacingRound round(JobPlacements placements) {
        return new PlacingRound(
                placements,
                new Snapshots(placements, this::seen, spec -> Optional.empty()),
                () -> PlacementRules.EQUAL,
                Placement::round,
                MOVE_AFTER,
                clock);
    }

    private static void letGo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
