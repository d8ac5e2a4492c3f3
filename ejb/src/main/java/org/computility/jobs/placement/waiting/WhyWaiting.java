package org.computility.jobs.placement.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns;
import org.computility.jobs.placement.WaitingJob;

/** Explains why a job waits. */
public final class WhyWaiting {

    private WhyWaiting() {}

    /** When each waiting job may start, as far as that can be told; those that the next round places start at once. */
    public static Map<String, Instant> starts(Snapshot snapshot, PlacementRules rules) {
        return new Forecast(snapshot, rules).starts();
    }

    /**
     * What the next round would do with the job, and why.
     *
     * @throws IllegalArgumentException where no such job waits
     */
    public static Explanation explain(Snapshot snapshot, PlacementRules rules, String jobId) {
        WaitingJob job = snapshot.job(jobId);
        Turns turns = Placement.turns(snapshot, rules, jobId);
        List<CenterReason> reasons = new Reasons(snapshot, job, turns).all();
        if (turns.placed() != null) {
            return new Explanation(jobId, true, reasons, List.of(), snapshot.at());
        }
        Instant start = new Forecast(snapshot, rules).start(jobId);
        return new Explanation(jobId, false, reasons, new Search(snapshot, rules, job).changes(turns), start);
    }
}
