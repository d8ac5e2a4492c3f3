package org.computility.results.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.computility.identity.Role;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.JobParameter;
import org.junit.jupiter.api.Test;

class PurgeResultsJobTest {

    private static final Optional<DailyTime> AT_FOUR = Optional.of(new DailyTime(LocalTime.of(4, 0), ZoneOffset.UTC));

    private final PurgeResultsJob job = new PurgeResultsJob(new PurgeConfig(Period.ofYears(2), Map.of(), AT_FOUR));

    @Test
    void itsAgeAndItsTimeAreTheSettings() {
        assertThat(job.parameters())
                .extracting(JobParameter::name, JobParameter::byDefault)
                .containsExactly(tuple("olderThan", "P2Y"), tuple("atOnce", "1000"));
        assertThat(job.schedule()).isEqualTo(AT_FOUR);
    }

    @Test
    void administratorsStartIt() {
        assertThat(job.startedBy()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void itsNameIsThatOfItsFile() {
        assertThat(job.name()).isEqualTo("purge-results");
    }
}
