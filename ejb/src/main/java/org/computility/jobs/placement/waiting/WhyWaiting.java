package org.computility.jobs.placement.waiting;

import java.util.List;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;

/** Explains why a job waits. */
public final class WhyWaiting {

    private WhyWaiting() {}

    /** @throws IllegalArgumentException where no such job waits */
    public static Explanation explain(Snapshot snapshot, PlacementRules rules, String jobId) {
        return new Explanation(snapshot.job(jobId).id(), false, List.of(), List.of(), null);
    }
}
