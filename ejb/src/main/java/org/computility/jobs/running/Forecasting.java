package org.computility.jobs.running;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.computility.jobs.JobFacts;
import org.computility.jobs.placement.waiting.WhyWaiting;
import org.computility.jobs.register.JobPlacements;

/** Tells waiting jobs once when they may start. Apart from the rounds that place jobs: looking ahead takes as long as many of them. */
final class Forecasting {

    /** So many jobs are told at once. */
    private static final int TOGETHER = 500;

    private final JobPlacements placements;
    private final Supplier<NetworkNow.Look> network;

    Forecasting(JobPlacements placements, Supplier<NetworkNow.Look> network) {
        this.placements = placements;
        this.network = network;
    }

    /**
     * Tells those that were never told, but for those that start at once. One look ahead does for all of them.
     *
     * @param goesOn asked before each job: false where another server tells now
     */
    void tell(BooleanSupplier goesOn) {
        NetworkNow.Look look = network.get();
        if (look.waiting().stream().noneMatch(job -> job.job().forecastAt() == null)) {
            return;
        }
        Map<String, Instant> starts = WhyWaiting.starts(look.snapshot(), look.rules());
        look.waiting().stream()
                .map(JobPlacements.WaitingJob::job)
                .filter(job -> job.forecastAt() == null)
                .map(JobFacts::id)
                .filter(id -> !look.snapshot().at().equals(starts.get(id)))
                .limit(TOGETHER)
                .takeWhile(id -> goesOn.getAsBoolean())
                .forEach(id -> placements.forecast(UUID.fromString(id), starts.get(id)));
    }
}
