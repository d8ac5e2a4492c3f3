package org.computility.settlement.computing.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.computility.jobs.ServiceCalled;
import org.computility.jobs.TaskRan;
import org.computility.settlement.computing.ComputingJobs;
import org.computility.shared.NoSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthlyUseTest {

    private static final Instant PRICED = Instant.parse("2026-10-01T00:00:00Z");
    /** An hour before November in Shanghai. */
    private static final Instant EVENING = Instant.parse("2026-10-31T15:00:00Z");

    private final ComputingJobs jobs = new ComputingJobs(PRICED);
    private final MonthlyUse use = new MonthlyUse();
    private final UUID payer = UUID.randomUUID();

    @BeforeEach
    void assemble() {
        NoSettings.use();
        use.uses = new MonthUses_(jobs.session);
        jobs.at(PRICED);
        jobs.price("spec", "0.01");
        jobs.at(EVENING.plusSeconds(10_000));
    }

    @Test
    void aMonthHasWhatRanInItAtThoseCenters() {
        UUID job = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        jobs.tell(ran(job, user, "one", 7200, true));
        jobs.tell(ran(job, user, "two", 60, true));
        jobs.tell(ran(UUID.randomUUID(), user, "one", 60, true));
        jobs.tell(ran(UUID.randomUUID(), UUID.randomUUID(), "elsewhere", 60, true));
        jobs.charge();

        MonthUse october = use.of(List.of("one", "two"), YearMonth.of(2026, 10));
        assertThat(october.jobs()).isEqualTo(2);
        assertThat(october.users()).isEqualTo(1);
        assertThat(october.paid()).isEqualByComparingTo("74.40");
        assertThat(october.specs()).containsExactly(new SpecUse("spec", 2 * (3600 + 60 + 60)));
        assertThat(october.charged()).isTrue();
        MonthUse november = use.of(List.of("one"), YearMonth.of(2026, 11));
        assertThat(november.jobs()).isEqualTo(1);
        assertThat(november.paid()).isEqualByComparingTo("72");
        assertThat(use.of(List.of("one"), YearMonth.of(2026, 9)))
                .isEqualTo(new MonthUse(
                        0, 0, use.of(List.of(), YearMonth.of(2026, 9)).paid(), List.of(), true));
    }

    @Test
    void callsOfServicesArePaidInTheMonthOfTheirMinute() {
        jobs.at(PRICED);
        jobs.priceCalls("spec", "2");
        jobs.at(EVENING.plusSeconds(10_000));
        UUID job = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        jobs.tell(ran(job, user, "one", 60, true));
        jobs.tell(called(job, user, EVENING.plusSeconds(3599), 5));
        jobs.tell(called(job, user, EVENING.plusSeconds(3600), 7));
        assertThat(use.of(List.of("one"), YearMonth.of(2026, 10)).charged()).isFalse();
        jobs.charge();

        MonthUse october = use.of(List.of("one"), YearMonth.of(2026, 10));
        assertThat(october.jobs()).isEqualTo(1);
        assertThat(october.paid()).isEqualByComparingTo("11.20");
        assertThat(october.charged()).isTrue();
        assertThat(use.of(List.of("one"), YearMonth.of(2026, 11)).paid()).isEqualByComparingTo("14");
    }

    private ServiceCalled called(UUID job, UUID user, Instant at, long calls) {
        return new ServiceCalled(job, "one", "spec", user, payer, calls, at);
    }

    @Test
    void whatIsNotChargedMakesItsMonthNotFinal() {
        UUID job = UUID.randomUUID();
        jobs.tell(ran(job, UUID.randomUUID(), "one", 30, false));
        jobs.charge();
        assertThat(use.of(List.of("one"), YearMonth.of(2026, 10)).charged()).isFalse();
        assertThat(use.of(List.of("two"), YearMonth.of(2026, 10)).charged()).isTrue();
        assertThat(use.of(List.of("one"), YearMonth.of(2026, 9)).charged()).isTrue();
    }

    private TaskRan ran(UUID job, UUID user, String center, long seconds, boolean last) {
        return new TaskRan(
                UUID.randomUUID(), job, 1, center, "spec", 2, user, payer, EVENING, EVENING.plusSeconds(seconds), last);
    }
}
