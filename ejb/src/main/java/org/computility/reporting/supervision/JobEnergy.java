package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.computility.energy.Amount;
import org.computility.energy.carbon.Carbon;
import org.computility.energy.carbon.CarbonAccounting;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.register.JobRegister;
import org.computility.reporting.sources.CenterSources;
import org.computility.shared.NotFound;

/** What jobs consumed, for whoever sees the job. */
@Stateless
public class JobEnergy {

    /** So much is in memory at once, however long a job runs. */
    private static final Duration WINDOW = Duration.ofDays(7);

    @EJB
    CenterSources bound;

    @EJB
    EnergySharing sharing;

    @EJB
    CarbonAccounting carbon;

    @EJB
    JobRegister jobs;

    @Inject
    Clock clock;

    /**
     * Its share of the electricity of the IT, at all centers where it ran, until now.
     *
     * @throws NotFound {@code job-unknown}, also for whoever may not see it
     */
    public JobEnergyView of(String id) {
        var story = jobs.story(id, null);
        UUID jobId = UUID.fromString(story.job().id());
        List<AttemptFacts> ran = story.attempts().stream()
                .filter(attempt -> attempt.startedAt() != null)
                .toList();
        Instant now = clock.instant();
        Instant from = ran.stream()
                .map(AttemptFacts::startedAt)
                .min(Instant::compareTo)
                .orElse(null);
        Instant to = ran.stream()
                .map(attempt -> Objects.requireNonNullElse(attempt.endedAt(), now))
                .max(Instant::compareTo)
                .orElse(null);
        Map<String, Integer> reported = bound.reportedBy(
                ran.stream().map(AttemptFacts::centerId).distinct().toList());
        Sum sum = new Sum();
        boolean told = reported.values().stream()
                .distinct()
                .map(center -> add(sum, jobId, center, from, to, now))
                .reduce(true, Boolean::logicalAnd);
        boolean known = ran.stream().allMatch(attempt -> reported.containsKey(attempt.centerId()));
        return sum.view(story.job().id(), from, to, known && told);
    }

    /** Adds what it had in each hour at a center; whether it had anything there. */
    private boolean add(Sum sum, UUID jobId, int center, Instant from, Instant to, Instant now) {
        Carbon factors = carbon.carbon(center);
        Instant last = to.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Instant end = last.isBefore(now) ? last : now;
        boolean any = false;
        for (Instant begin = from.truncatedTo(ChronoUnit.HOURS); begin.isBefore(end); begin = begin.plus(WINDOW)) {
            Instant until = begin.plus(WINDOW).isBefore(end) ? begin.plus(WINDOW) : end;
            for (SharedHour hour : sharing.hours(center, begin, until)) {
                Long amount = hour.shares().jobs().get(jobId);
                if (amount != null) {
                    sum.add(hour, amount, factors);
                    any = true;
                }
            }
        }
        return any;
    }

    /** What it had of the hours until now. */
    private static final class Sum {

        private boolean any;
        private long amount;
        private BigDecimal carbon = BigDecimal.ZERO;
        private boolean whole = true;
        private boolean estimated;

        /** @param had of the hour, in Wh */
        void add(SharedHour hour, long had, Carbon factors) {
            any = true;
            amount = Math.addExact(amount, had);
            // Unknown of an hour is unknown of the sum.
            carbon = carbon == null
                    ? null
                    : factors.of(hour.from(), had).map(carbon::add).orElse(null);
            whole &= hour.consumed().it().whole();
            estimated |= hour.consumed().it().estimated();
        }

        JobEnergyView view(String jobId, Instant from, Instant to, boolean everywhere) {
            return new JobEnergyView(
                    jobId,
                    from,
                    to,
                    any ? Amount.value(amount) : null,
                    any ? carbon : null,
                    everywhere && whole,
                    estimated);
        }
    }
}
