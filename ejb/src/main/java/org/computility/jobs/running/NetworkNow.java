package org.computility.jobs.running;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.centers.CenterDirectory;
import org.computility.jobs.JobPrices;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.Explanation;
import org.computility.jobs.placement.waiting.WhyWaiting;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.WaitingJob;
import org.computility.jobs.shares.ShareRules;

/** How everything stands, for whoever only tells of it: looked up once a second at most, whoever asks how often. */
@ApplicationScoped
class NetworkNow {

    private static final Duration AGE = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    @EJB
    JobPlacements placements;

    @EJB
    CenterDirectory directory;

    @EJB
    ShareRules rules;

    @Inject
    JobPrices prices;

    @Inject
    Clock clock;

    Duration moveAfter;

    private Look last;

    @PostConstruct
    void configure() {
        moveAfter = JobsConfig.current().moveAfter();
    }

    /** Not much older than a second. */
    synchronized Look look() {
        Instant now = clock.instant();
        if (last == null || !last.snapshot().at().plus(AGE).isAfter(now)) {
            last = look(now);
        }
        return last;
    }

    private Look look(Instant now) {
        Snapshots snapshots = new Snapshots(placements, directory::centers, prices::ofSecond);
        snapshots.look();
        List<WaitingJob> waiting = snapshots.without(placements
                .waiting(now.minus(moveAfter), MOST, JobPlacements.FIRST)
                .jobs());
        return new Look(snapshots.of(waiting, now), rules.current(), waiting, snapshots, new ConcurrentHashMap<>());
    }

    /** Why that job waits; empty where it does not. It is looked up itself, for it may be newer than the rest. */
    Optional<Explanation> explain(String jobId) {
        Look look = look();
        Instant silentSince = look.snapshot().at().minus(moveAfter);
        return placements
                .waiting(UUID.fromString(jobId), silentSince)
                .flatMap(job -> look.snapshots().without(List.of(job)).stream().findFirst())
                .map(job -> look.explanations().computeIfAbsent(jobId, id -> look.explain(job)));
    }

    /**
     * Everything at one moment.
     *
     * @param waiting the jobs of the snapshot, as they are written
     * @param explanations those that were asked for already
     */
    record Look(
            Snapshot snapshot,
            PlacementRules rules,
            List<WaitingJob> waiting,
            Snapshots snapshots,
            Map<String, Explanation> explanations) {

        private Explanation explain(WaitingJob job) {
            Snapshot whole = snapshot.with(snapshots.waits(job));
            return WhyWaiting.explain(whole, rules, job.job().id());
        }
    }
}
