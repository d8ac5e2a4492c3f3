package org.computility.jobs.placement;

import java.util.List;

/** One round: who of the waiting jobs runs where. */
public final class Placement {

    private Placement() {}

    /**
     * The decisions in the order in which they were made. The same snapshot gives the same decisions, in whatever order it lists its
     * centers, jobs and tasks.
     */
    public static List<Decision> round(Snapshot snapshot, PlacementRules rules) {
        return List.of();
    }
}
