package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.centers.registration.CenterRemoval;
import org.computility.jobs.register.AttemptReports;

/** Ends what was left at centers that were removed by force: tasks go on elsewhere, and jobs that named only such a center fail. */
final class Abandoning {

    private static final Logger LOG = Logger.getLogger(Abandoning.class.getName());

    /** A round that looked at the centers before the removal has long written what it chose. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private final AttemptReports reports;
    private final Supplier<List<CenterRemoval>> removals;
    private final Forgetting.KnownCenters known;
    private final Clock clock;

    /** @param known where another center has the same id, what came after the removal is its own */
    Abandoning(
            AttemptReports reports,
            Supplier<List<CenterRemoval>> removals,
            Forgetting.KnownCenters known,
            Clock clock) {
        this.reports = reports;
        this.removals = removals;
        this.known = known;
        this.clock = clock;
    }

    /** One round; each job in a transaction of its own. False where some could not be ended: they are tried again in the next. */
    boolean abandon() {
        boolean all = true;
        for (CenterRemoval removal : removals.get()) {
            String center = removal.centerId();
            Instant until = known.has(center) ? removal.removedAt() : clock.instant();
            Set<UUID> done = new HashSet<>();
            List<UUID> left = reports.leftAt(center, until);
            while (done.addAll(left)) {
                for (UUID jobId : left) {
                    all &= isAbandoned(jobId, center, until);
                }
                left = reports.leftAt(center, until);
            }
        }
        return all;
    }

    private boolean isAbandoned(UUID jobId, String center, Instant until) {
        try {
            reports.abandon(jobId, center, until);
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "What job " + jobId + " left at " + center + " could not be ended; again later.");
            return false;
        }
    }
}
