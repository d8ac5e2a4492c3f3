package org.computility.jobs.placement;

import java.util.List;
import org.computility.jobs.placement.round.Round;

/** One round: who of the waiting jobs runs where. */
public final class Placement {

    private Placement() {}

    /**
     * The decisions in the order in which they were made. The same snapshot gives the same decisions, in whatever order it lists its
     * centers, jobs and tasks.
     */
    public static List<Decision> round(Snapshot snapshot, PlacementRules rules) {
        return new Round(snapshot, rules, null).whole();
    }

    /**
     * What the waiting job meets when its turns come, up to the decision about it.
     *
     * @throws IllegalArgumentException where no such job waits
     */
    public static Turns turns(Snapshot snapshot, PlacementRules rules, String jobId) {
        return new Round(snapshot, rules, snapshot.job(jobId).id()).turns();
    }
}
