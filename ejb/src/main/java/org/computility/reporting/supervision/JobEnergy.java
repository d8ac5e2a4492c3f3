package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final Duration WINDOW = Duration.ofDays(32);

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
        List<Part> parts = reported.values().stream()
                .distinct()
                .flatMap(center -> parts(jobId, center, from, to, now).stream())
                .toList();
        boolean whole = ran.stream().allMatch(attempt -> reported.containsKey(attempt.centerId()))
                && reported.values().stream()
                        .allMatch(center -> parts.stream().anyMatch(part -> part.centerId() == center))
                && parts.stream().allMatch(Part::whole);
        return new JobEnergyView(
                story.job().id(),
                from,
                to,
                parts.isEmpty()
                        ? null
                        : Amount.value(parts.stream().mapToLong(Part::amount).sum()),
                parts.isEmpty() ? null : carbon(parts),
                whole,
                parts.stream().anyMatch(Part::estimated));
    }

    /** What it had in each hour at a center; hours in which it had nothing are left out. */
    private List<Part> parts(UUID jobId, int center, Instant from, Instant to, Instant now) {
        Carbon factors = carbon.carbon(center);
        Instant last = to.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Instant end = last.isBefore(now) ? last : now;
        List<Part> parts = new ArrayList<>();
        for (Instant begin = from.truncatedTo(ChronoUnit.HOURS); begin.isBefore(end); begin = begin.plus(WINDOW)) {
            Instant until = begin.plus(WINDOW).isBefore(end) ? begin.plus(WINDOW) : end;
            sharing.hours(center, begin, until).stream()
                    .filter(hour -> hour.shares().jobs().containsKey(jobId))
                    .map(hour -> Part.of(center, hour, hour.shares().jobs().get(jobId), factors))
                    .forEach(parts::add);
        }
        return parts;
    }

    private static BigDecimal carbon(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.carbon().isEmpty())
                ? null
                : parts.stream().map(part -> part.carbon().get()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What it had of an hour, in Wh. */
    private record Part(int centerId, long amount, Optional<BigDecimal> carbon, boolean whole, boolean estimated) {

        static Part of(int center, SharedHour hour, long amount, Carbon factors) {
            return new Part(
                    center,
                    amount,
                    factors.of(hour.from(), amount),
                    hour.consumed().it().whole(),
                    hour.consumed().it().estimated());
        }
    }
}
