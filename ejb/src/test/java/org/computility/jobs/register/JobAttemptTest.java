package org.computility.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.jobs.AttemptState;
import org.computility.jobs.ChosenPlace;
import org.junit.jupiter.api.Test;

class JobAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final JobAttempt attempt = JobAttempt.place(
            UUID.randomUUID(),
            UUID.randomUUID(),
            1,
            "east",
            new ChosenPlace("east", "node", false, List.of(), List.of()),
            NOW);

    @Test
    void whatHasEndedStaysAsItEnded() {
        take(JobState.COMPLETED, NOW, NOW.plusSeconds(5));
        take(JobState.LOST, null, null);

        assertThat(attempt.state()).isEqualTo(AttemptState.COMPLETED);
    }

    @Test
    void itsTimeNeverGoesBackAndItsBeginningStays() {
        take(JobState.RUNNING, NOW, null);
        assertThat(attempt.tell(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
        take(JobState.RUNNING, NOW.plusSeconds(9), null);
        take(JobState.COMPLETED, NOW, NOW.plusSeconds(59));

        assertThat(attempt.startedAt()).isEqualTo(NOW);
        assertThat(attempt.tell(NOW.plusSeconds(90))).as("a clock that is slow").isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatNobodySawIsNotToldOfALostAttempt() {
        take(JobState.RUNNING, NOW, null);
        attempt.take(report(JobState.LOST, null, null), NOW.plus(Duration.ofHours(1)));

        assertThat(attempt.tell(NOW.plus(Duration.ofHours(1)))).isEqualTo(NOW);
    }

    @Test
    void oneThatNoCenterKnowsIsCancelledAtOnce() {
        attempt.cancel("stopped", NOW);

        assertThat(attempt.state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(attempt.tell(NOW)).isNull();
    }

    @Test
    void oneThatACenterMayKnowIsCancelledByTheCenter() {
        take(JobState.QUEUED, null, null);
        attempt.cancel("stopped", NOW);

        assertThat(attempt.state()).isEqualTo(AttemptState.QUEUED);
        assertThat(attempt.isToEnd()).isTrue();
    }

    @Test
    void itsTimesAreWithinItsLifeWhateverItsCenterSays() {
        Instant now = NOW.plusSeconds(10);
        attempt.take(report(JobState.RUNNING, NOW.minusSeconds(3600), null), now);
        assertThat(attempt.startedAt()).isEqualTo(NOW);

        attempt.take(report(JobState.COMPLETED, NOW, NOW.plusSeconds(3600)), now);
        assertThat(attempt.endedAt()).isEqualTo(now);
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        attempt.take(report(JobState.FAILED, NOW.plusSeconds(5), NOW.plusSeconds(1)), NOW.plusSeconds(10));

        assertThat(attempt.endedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    private void take(JobState state, Instant startedAt, Instant endedAt) {
        attempt.take(report(state, startedAt, endedAt), NOW);
    }

    private JobReport report(JobState state, Instant startedAt, Instant endedAt) {
        return new JobReport(attempt.runtimeId(), state, null, null, startedAt, endedAt);
    }
}
