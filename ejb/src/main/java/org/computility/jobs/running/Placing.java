package org.computility.jobs.running;

import java.util.List;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;

/** Chooses which waiting job runs where. */
@FunctionalInterface
interface Placing {

    List<Decision> round(Snapshot snapshot, PlacementRules rules);
}
