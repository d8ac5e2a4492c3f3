package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.energy.capacity.Capacity;
import org.computility.energy.capacity.CapacityHistory;
import org.computility.energy.capacity.CapacityNoting;
import org.computility.energy.carbon.Carbon;
import org.computility.energy.carbon.CarbonAccounting;
import org.computility.energy.hours.CenterConsumption;
import org.computility.energy.hours.CenterHour;
import org.computility.energy.hours.HourlyConsumption;
import org.computility.energy.shares.EnergyShares;
import org.computility.energy.shares.Weight;
import org.computility.jobs.hours.JobHours;
import org.computility.reporting.sources.CenterSources;

/**
 * Shares the electricity of reported centers among the jobs that ran at their sources. It goes by the time that jobs had cores and
 * accelerators, out of all that the sources had; what nobody had is idle. Callers have checked who may see it.
 */
@Stateless
public class EnergySharing {

    @EJB
    CenterSources bound;

    @EJB
    CenterConsumption consumption;

    @EJB
    CapacityNoting capacity;

    @EJB
    CarbonAccounting carbon;

    @EJB
    JobHours jobs;

    @Inject
    Clock clock;

    /**
     * Each hour of the clock of that period, until now; the first and the last are cut where the period begins and ends. Empty where the
     * center's meters do not tell what goes into its IT.
     *
     * @throws org.computility.shared.BusinessFailure as {@link CenterConsumption#hours}
     */
    public List<SharedHour> hours(int centerId, Instant from, Instant to) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HourlyConsumption.requirePeriod(from, to);
        if (!from.isBefore(now)) {
            return List.of();
        }
        Instant end = to.isBefore(now) ? to : now;
        List<CenterHour> hours = consumption.hours(centerId, from, end);
        List<String> sources = bound.jobCenters(centerId);
        Map<Instant, TreeMap<UUID, Long>> weights = new HashMap<>();
        jobs.at(sources, from, end)
                .forEach(use -> weights.computeIfAbsent(use.hour(), hour -> new TreeMap<>())
                        .put(use.jobId(), Weight.of(use.coreMicros(), use.acceleratorMicros())));
        CapacityHistory had = capacity.history(sources);
        Carbon factors = carbon.carbon(centerId);
        return hours.stream()
                .map(hour -> shared(
                        hour,
                        had.at(hour.it().from()),
                        weights.getOrDefault(hour.it().from().truncatedTo(ChronoUnit.HOURS), new TreeMap<>()),
                        factors))
                .toList();
    }

    private static SharedHour shared(CenterHour hour, Capacity capacity, TreeMap<UUID, Long> weights, Carbon factors) {
        long micros = Duration.between(hour.it().from(), hour.it().to()).toNanos() / 1000;
        long all = Math.multiplyExact(Weight.of(capacity.cores(), capacity.accelerators()), micros);
        return new SharedHour(
                hour,
                EnergyShares.of(hour.it().amount(), all, weights),
                factors.of(hour.it().from(), hour.total()));
    }
}
