package org.computility.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.junit.jupiter.api.Test;

class JobResultsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final UUID JOB = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    @Test
    void onlyTheNewestAttemptOfATaskMustHaveEnded() {
        JobResults moved = results(attempt(1, AttemptState.RUNNING), attempt(2, AttemptState.COMPLETED));
        JobResults runs = results(attempt(1, AttemptState.LOST), attempt(2, AttemptState.RUNNING));

        assertThatThrownBy(() -> moved.of(JOB.toString())).as("left no file").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.of(JOB.toString())).isInstanceOf(Conflict.class);
    }

    @Test
    void whatWasToldToEndLeavesItsResultsWhenItHas() {
        JobResults ending = results(attempt(1, AttemptState.LOST), attempt(2, AttemptState.RUNNING));

        assertThatThrownBy(() -> ending.of(JOB.toString())).isInstanceOfSatisfying(Conflict.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("job-ending");
            assertThat(refusal.getMessage())
                    .contains("is SUCCEEDED, and 1 of its programs were told to end")
                    .contains("center east has not answered since 2026-11-29T08:00:00Z");
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    private static JobResults results(AttemptFacts... attempts) {
        TaskFacts task =
                new TaskFacts(TASK, JOB, 0, JobStatus.SUCCEEDED, 2, "west", "West", 0, null, null, false, NOW, NOW);
        JobResults results = new JobResults();
        results.register = new JobRegister() {
            @Override
            public JobStory story(String id, JobKind kind) {
                return new JobStory(job(), List.of(task), List.of(attempts));
            }
        };
        return results;
    }

    private static AttemptFacts attempt(int number, AttemptState state) {
        return new AttemptFacts(
                TASK + "-" + number,
                TASK,
                JOB,
                number,
                "east",
                state,
                true,
                null,
                null,
                null,
                NOW,
                NOW,
                null,
                null,
                NOW,
                NOW);
    }

    private static JobFacts job() {
        return new JobFacts(
                JOB.toString(),
                JobKind.TRAINING,
                "job",
                "",
                UUID.randomUUID(),
                UUID.randomUUID(),
                JobStatus.SUCCEEDED,
                null,
                null,
                1,
                List.of(),
                null,
                null,
                null,
                "true",
                List.of(),
                1,
                5,
                null,
                NOW,
                NOW,
                NOW,
                null,
                null);
    }
}
