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
import java.util.concurrent.locks.ReentrantLock;
import org.computility.centers.CenterDirectory;
import org.computility.jobs.JobPrices;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.Explanation;
import org.computility.jobs.placement.waiting.WhyWaiting;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.WaitingJob;
import org.computility.jobs.running.places.Snapshots;
import org.computility.jobs.shares.ShareRules;

/** How everything stands, for whoever only tells of it: looked up once a second at most, whoever asks how often. */
@ApplicationScoped
class NetworkNow {

    private static final Duration AGE = Duration.ofSeconds(1);
    /** Nobody waits for a new look while the last one is younger. */
    private static final Duration STILL_GOOD = Duration.ofSeconds(10);

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

    private final ReentrantLock looking = new ReentrantLock();
    private volatile Look last;

    @PostConstruct
    void configure() {
        moveAfter = JobsConfig.current().moveAfter();
    }

    /** Not much older than a second; while somebody looks anew, the others are told what was seen last. */
    Look look() {
        Look seen = last;
        if (isYounger(seen, AGE) || !looking.tryLock() && isYounger(seen, STILL_GOOD)) {
            return seen;
        }
        if (!looking.isHeldByCurrentThread()) {
            looking.lock();
        }
        try {
            if (!isYounger(last, AGE)) {
                last = look(clock.instant());
            }
            return last;
        } finally {
            looking.unlock();
        }
    }

    private boolean isYounger(Look seen, Duration age) {
        return seen != null && seen.snapshot().at().plus(age).isAfter(clock.instant());
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
                .map(job -> look.explained(job));
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

        // Two that ask at once may both reckon: whoever asks for another job never waits for them.
        private Explanation explained(WaitingJob job) {
            String id = job.job().id();
            Explanation known = explanations.get(id);
            if (known == null) {
                known = WhyWaiting.explain(snapshot.with(snapshots.waits(job)), rules, id);
                explanations.put(id, known);
            }
            return known;
        }
    }
}
