package org.computility.jobs.placement.waiting;

import java.util.List;
import org.computility.jobs.placement.Snapshot;

/**
 * Something that would admit the job now.
 *
 * @param steps all of them together, in the order of their kinds
 */
public record Change(List<Step> steps) {

    public Change {
        steps = List.copyOf(steps);
    }

    /** The snapshot as it would be. */
    public Snapshot on(Snapshot snapshot, String jobId) {
        Snapshot changed = snapshot;
        for (Step step : steps) {
            changed = step.on(changed, jobId);
        }
        return changed;
    }
}
