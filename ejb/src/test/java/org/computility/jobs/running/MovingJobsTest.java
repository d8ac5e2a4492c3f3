package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.centers.registration.CenterRemoval;
import org.computility.jobs.AttemptState;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskRan;
import org.computility.jobs.register.AttemptReports;
import org.junit.jupiter.api.Test;

/** Tasks whose centers lose or refuse them, fall silent or are removed go on elsewhere. */
class MovingJobsTest extends JobsOnCenters {

    @Test
    void aLostTaskBeginsAnewWithItsReason() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").lose(story(id).attempts().get(0).runtimeId());
        rounds();
        rounds();

        JobStory story = story(id);
        assertThat(story.attempts()).hasSize(2);
        assertThat(story.attempts().get(0).state()).isEqualTo(AttemptState.LOST);
        assertThat(story.attempts().get(0).reason()).isEqualTo("not known");
        assertThat(story.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("east").running()).hasSize(1);
    }

    @Test
    void aTaskIsLostOnlySoOften() {
        String id = enter("one", 1);
        for (int loss = 0; loss < 5; loss++) {
            rounds();
            rounds();
            List.copyOf(centers.get("east").running()).forEach(centers.get("east")::lose);
        }
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.UNKNOWN);
    }

    @Test
    void aRefusedTaskFailsWithWordsThatKeepTheCentersInside() {
        centers.get("east").refuses = true;
        String id = enter("one", 1);
        for (int loss = 0; loss < 5; loss++) {
            rounds();
        }

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).reason()).isEqualTo("The center refused it.");
    }

    @Test
    void aTaskOfACenterThatStaysAwayMovesAndTheOldOneIsEndedWhenTheCenterIsBack() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").away = true;
        rounds();
        Instant left = clock.instant();
        clock.pass(MOVE_AFTER.minusSeconds(20));
        rounds();
        assertThat(story(id).attempts()).as("too early").hasSize(1);

        clock.pass(Duration.ofMinutes(1));
        rounds();
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        String why = "its center did not answer; it goes on elsewhere";
        assertThat(story(id).attempts().get(0).reason()).isEqualTo(why);

        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(story(id).attempts().get(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(story(id).attempts().get(0).reason()).isEqualTo(why);
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(register.ran.news())
                .filteredOn(ran -> ran.attempt() == 1)
                .extracting(TaskRan::to)
                .as("its time in silence")
                .allMatch(to -> !to.isAfter(left));
    }

    @Test
    void aHandOverThatFailsAfterItsTaskMovedLeavesTheReason() {
        String id = enter("one", 1);
        placing.place(() -> true);
        centers.get("east").away = true;
        submitting.at("east");
        centers.put("west", new FakeRuntime(clock));
        clock.pass(MOVE_AFTER.plusMinutes(1));
        placing.place(() -> true);
        assertThat(attempt(id)).isEqualTo(AttemptState.SUBMITTING);

        Map<String, String> late = Map.of(runtimeId(id), "The center does not answer now.");
        world.sessions.commit(() -> register.reports().delay(UUID.fromString(id), late));

        assertThat(places(id)).containsExactly("east", "west");
        assertThat(story(id).attempts().get(0).reason()).isEqualTo("its center did not answer; it goes on elsewhere");
    }

    @Test
    void aTaskWithNowhereElseToGoStaysAndIsFoundAgain() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").away = true;
        rounds();
        clock.pass(MOVE_AFTER.multipliedBy(3));
        rounds();
        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();

        assertThat(story(id).attempts()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aTaskDoesNotGoBackToTheCenterThatLostItWhileAnotherCouldTakeIt() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").lose(runtimeId(id));
        rounds();
        rounds();

        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(story(id).attempts().get(1).placement().avoided())
                .containsExactly(new ChosenPlace.Avoided("east", "not known"));
    }

    @Test
    void aTaskGoesBackToTheCenterThatRefusedItWhenNoOtherCouldTakeIt() {
        centers.get("east").refuses = true;
        centers.put("west", new FakeRuntime(clock));
        centers.get("west").refuses = true;
        String id = enter("one", 1);
        rounds();
        rounds();
        assertThat(places(id)).as("one after the other").containsExactly("east", "west");

        rounds();
        assertThat(places(id)).as("both have refused").hasSize(3);
        centers.get("west").away = true;
        centers.get("east").refuses = false;
        rounds();
        assertThat(places(id)).last().isEqualTo("east");
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aTaskKeepsAwayFromACenterOnlySoLong() {
        String id = enter("one", 1);
        rounds();
        centers.put("west", new FakeRuntime(clock));
        centers.get("east").lose(runtimeId(id));
        clock.pass(Duration.ofSeconds(6));
        asking.at("east");
        clock.pass(MOVE_AFTER);
        rounds();

        assertThat(places(id)).containsExactly("east", "east");
    }

    @Test
    void whatRunsOnAtACenterThatIsThereAgainIsEndedBeforeItIsForgotten() {
        String id = enter("one", 1);
        rounds();
        FakeRuntime east = centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        rounds();
        centers.put("east", east);
        assertThat(east.running()).hasSize(1);
        centers.get("west").running().forEach(each -> centers.get("west").end(each, 0));
        rounds();
        delete(id);
        clock.pass(Duration.ofMinutes(1));
        forgetting.forget();

        assertThat(east.running()).isEmpty();
        assertThat(register.directory().job(UUID.fromString(id))).isEmpty();
    }

    @Test
    void whatRunsOnAtACenterThatIsThereAgainIsEndedWhileItsJobGoesOn() {
        String id = enter("one", 1);
        rounds();
        FakeRuntime east = centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        rounds();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        clock.pass(Duration.ofMinutes(1));
        LeftBehind left = new LeftBehind(register.queue(), centers::get, centers::containsKey);
        assertThat(left.centers()).as("nobody to be told").isEmpty();

        centers.put("east", east);
        east.away = true;
        assertThat(left.centers()).containsExactly("east");
        left.endAt("east");
        assertThat(east.running()).hasSize(1);
        assertThat(left.centers()).as("again later").isEmpty();

        east.away = false;
        clock.pass(Duration.ofMinutes(1));
        left.centers().forEach(left::endAt);
        assertThat(east.running()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(left.centers()).isEmpty();
        assertThat(centers.get("west").running()).hasSize(1);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void whatRanAtACenterThatIsRemovedIsChargedAsLongAsItWasSeenAndGoesOnElsewhere() {
        String id = enter("two", 2);
        rounds();
        Instant seen = clock.instant();
        centers.get("east").away = true;
        clock.pass(Duration.ofMinutes(2));
        rounds();
        centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        assertThat(story(id).attempts()).allSatisfy(attempt -> {
            assertThat(attempt.state()).isEqualTo(AttemptState.LOST);
            assertThat(attempt.reason()).isEqualTo("center east was removed");
            assertThat(attempt.endedAt()).isEqualTo(seen);
        });
        assertThat(register.ran.news())
                .filteredOn(TaskRan::last)
                .extracting(TaskRan::to)
                .containsOnly(seen);
        assertThat(register.needs().needsCenter("east")).isFalse();
        int told = register.ran.news().size();
        abandon("east", clock.instant());
        assertThat(register.ran.news()).hasSize(told);

        rounds();
        assertThat(centers.get("west").running()).hasSize(2);
    }

    @Test
    void aJobThatNamedOnlyTheRemovedCenterFailsAndOthersGoOn() {
        String only = enter("only", List.of("east"), 1);
        String waits = enter("waits", List.of("north"), 1);
        String both = enter("both", List.of("east", "west"), 2);
        rounds();
        centers.remove("east");
        centers.put("west", new FakeRuntime(clock));
        abandon("east", clock.instant());
        assertThat(job(only).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(only).reason()).isEqualTo("center east was removed");
        assertThat(register.ended.news()).extracting(JobEnded::jobId).containsExactly(UUID.fromString(only));
        assertThat(job(waits).status()).isEqualTo(JobStatus.PENDING);
        rounds();
        assertThat(job(both).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(centers.get("west").running()).hasSize(2);
    }

    @Test
    void whatCameToANewCenterOfTheSameIdStays() {
        Instant removed = clock.instant();
        clock.pass(Duration.ofSeconds(1));
        String id = enter("one", List.of("east"), 1);
        rounds();
        abandon("east", removed);
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aJobThatCannotBeAbandonedHoldsUpNoOther() {
        UUID bad = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        List<UUID> tried = new ArrayList<>();
        AttemptReports some = new AttemptReports() {
            @Override
            public List<UUID> leftAt(String centerId, Instant until) {
                return List.of(bad, good);
            }

            @Override
            public void abandon(UUID jobId, String centerId, Instant until) {
                tried.add(jobId);
                if (jobId.equals(bad)) {
                    throw new IllegalStateException("not now");
                }
            }
        };
        List<CenterRemoval> removals = List.of(new CenterRemoval("east", clock.instant()));

        assertThat(new Abandoning(some, () -> removals, id -> false, clock).abandon())
                .isFalse();
        assertThat(tried).containsExactly(bad, good);
    }

    private void abandon(String center, Instant removed) {
        new Abandoning(
                        register.reports(),
                        () -> List.of(new CenterRemoval(center, removed)),
                        centers::containsKey,
                        clock)
                .abandon();
    }
}
