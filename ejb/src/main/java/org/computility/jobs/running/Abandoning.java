package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.centers.registration.CenterRemoval;
import org.computility.jobs.register.AttemptReports;

/** Ends what was left at centers that were removed by force: tasks go on elsewhere, and jobs that named only such a center fail. */
final class Abandoning {

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

    /** One round; each job in a transaction of its own. */
    void abandon() {
        for (CenterRemoval removal : removals.get()) {
            String center = removal.centerId();
            Instant until = known.has(center) ? removal.removedAt() : clock.instant();
            Set<UUID> done = new HashSet<>();
            List<UUID> left = reports.leftAt(center, until);
            // What cannot be ended now is tried again in the next round.
            while (done.addAll(left)) {
                left.forEach(jobId -> reports.abandon(jobId, center, until));
                left = reports.leftAt(center, until);
            }
        }
    }
}
