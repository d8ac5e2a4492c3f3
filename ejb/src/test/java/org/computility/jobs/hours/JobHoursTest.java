package org.computility.jobs.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.Test;

class JobHoursTest {

    private static final long MINUTE = 60_000_000;

    private final MarketForTests database = new MarketForTests();
    private final HandClock clock = new HandClock();

    @Test
    void whatJobsHadIsToldHourByHourToTheMicrosecond() {
        database.open("user", database.organisation(), Role.CONSUMER);
        database.be("user");
        UUID job = JobHoursForTests.job(database, database.caller.get(), 4, 2);
        JobHoursForTests.ran(database, job, "a", at(-150), at(-70));
        JobHoursForTests.ran(database, job, "b", at(-65), at(-62));
        JobHoursForTests.ran(database, job, "c", at(-65), at(-62));
        JobHoursForTests.ran(database, job, "a", at(-10).plusNanos(1000), null);

        assertThat(uses(at(-600), at(60)))
                .containsExactly(
                        new JobUse(at(-180), job, 4 * 30 * MINUTE, 2 * 30 * MINUTE),
                        new JobUse(at(-120), job, 4 * (50 + 3) * MINUTE, 2 * (50 + 3) * MINUTE),
                        new JobUse(at(-60), job, 4 * (10 * MINUTE - 1), 2 * (10 * MINUTE - 1)));
        assertThat(uses(at(-130), at(-115)))
                .containsExactly(
                        new JobUse(at(-180), job, 4 * 10 * MINUTE, 2 * 10 * MINUTE),
                        new JobUse(at(-120), job, 4 * 5 * MINUTE, 2 * 5 * MINUTE));
        assertThat(JobHoursForTests.over(database, clock).at(List.of(), at(-600), at(60)))
                .isEmpty();
    }

    private List<JobUse> uses(Instant from, Instant to) {
        return JobHoursForTests.over(database, clock).at(List.of("a", "b"), from, to);
    }

    private Instant at(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
