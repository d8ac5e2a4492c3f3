package org.computility.jobs.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobStatus;
import org.computility.jobs.TaskRan;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.Test;

/** Jobs go from round to round until they end, are stopped or deleted. */
class RunningJobsTest extends JobsOnCenters {

    @Test
    void aJobRunsAndEnds() {
        String id = enter("one", 1);
        rounds();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);

        clock.pass(Duration.ofSeconds(10));
        end(id, 0);
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(register.ended.news()).extracting(JobEnded::status).containsExactly(JobStatus.SUCCEEDED);
        TaskRan last = register.ran.news().get(register.ran.news().size() - 1);
        assertThat(last.last()).isTrue();
        assertThat(Duration.between(last.from(), last.to())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aFailedTaskFailsItsJobAndStopsTheOthers() {
        String id = enter("three", 3);
        rounds();
        assertThat(centers.get("east").running()).hasSize(3);

        centers.get("east").end(story(id).attempts().get(0).runtimeId(), 7);
        rounds();
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).reason()).isEqualTo("ended with exit status 7");
        assertThat(centers.get("east").running()).isEmpty();
        assertThat(story(id).tasks())
                .extracting(task -> task.status())
                .containsOnly(JobStatus.FAILED, JobStatus.STOPPED);
    }

    @Test
    void whatACenterCannotTakeYetSaysWhy() {
        String id = enter("one", 1);
        centers.get("east").away = true;
        placing.place(() -> true);
        centers.get("east").away = false;
        centers.get("east").full = "no space left on /srv/jobs";
        rounds();

        assertThat(attempt(id)).isEqualTo(AttemptState.SUBMITTING);
        assertThat(story(id).attempts().get(0).reason())
                .contains("cannot take it yet")
                .contains("no space left on …");
        assertThat(job(id).status()).isEqualTo(JobStatus.PENDING);
        assertThat(job(id).reason()).contains("no space left");

        centers.get("east").full = null;
        rounds();
        rounds();
        assertThat(job(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job(id).reason()).isNull();
        assertThat(story(id).attempts().get(0).reason()).isNull();
    }

    @Test
    void aThousandTasksAreMadeAndStoppedByFewStatements() {
        String id = enter("many", 1000);
        assertThat(story(id).tasks())
                .hasSize(1000)
                .extracting(task -> task.number())
                .isSorted()
                .doesNotHaveDuplicates();

        stop(id);
        assertThat(story(id).tasks()).allMatch(task -> task.status() == JobStatus.STOPPED);
        assertThat(job(id).status()).isEqualTo(JobStatus.STOPPED);
    }

    @Test
    void aStopReachesACenterThatWasAway() {
        String id = enter("one", 1);
        rounds();
        centers.get("east").away = true;
        stop(id);
        rounds();
        assertThat(centers.get("east").running()).hasSize(1);

        centers.get("east").away = false;
        clock.pass(Duration.ofMinutes(1));
        rounds();

        assertThat(centers.get("east").running()).isEmpty();
    }

    @Test
    void aDeletedJobIsForgottenEverywhere() {
        String id = enter("one", 1);
        rounds();
        String runtimeId = story(id).attempts().get(0).runtimeId();
        assertThatThrownBy(() -> delete(id)).isInstanceOf(Conflict.class);
        end(id, 0);
        rounds();

        delete(id);
        clock.pass(Duration.ofSeconds(6));
        centers.get("east").callerDiesAfterNext = true;
        assertThatThrownBy(forgetting::forget).hasMessage("killed");
        clock.pass(Duration.ofMinutes(5));
        forgetting.forget();

        assertThat(centers.get("east").knows(runtimeId)).isFalse();
        assertThat(register.directory().job(UUID.fromString(id))).isEmpty();
        assertThat(enter("one", 1)).as("the name is free").isNotEqualTo(id);
    }

    @Test
    void runningTimeIsToldOnceAMinuteAndNeverGoesBack() {
        enter("one", 1);
        for (int minute = 0; minute < 3; minute++) {
            rounds();
            clock.pass(Duration.ofSeconds(61));
        }
        rounds();

        List<Instant> told = register.ran.news().stream().map(TaskRan::to).toList();
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
        assertThat(register.ran.news().stream().map(TaskRan::from).distinct()).hasSize(1);
    }

    @Test
    void aSlowAnswerMakesNoRunningTimeLonger() {
        String id = enter("one", 1);
        Instant begun = clock.instant().plusSeconds(6);
        centers.get("east").looked = () -> {
            end(id, 0);
            clock.pass(Duration.ofSeconds(3));
        };

        rounds();
        centers.get("east").looked = () -> {};
        rounds();

        assertThat(job(id).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(register.ran.news()).extracting(TaskRan::to).containsOnly(begun);
    }

    @Test
    void aCenterIsNeededByEachJobThatNamesIt() {
        String id = enter("two", List.of("east", "west"), 2);
        assertThat(register.needs().needsCenter("west")).isTrue();
        assertThat(register.needs().needsCenter("north")).isFalse();

        stop(id);
        assertThat(register.needs().needsCenter("west")).isFalse();
    }
}
