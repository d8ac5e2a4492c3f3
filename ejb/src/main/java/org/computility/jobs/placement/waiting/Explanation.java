package org.computility.jobs.placement.waiting;

import java.time.Instant;
import java.util.List;

/**
 * Why a job waits.
 *
 * @param placed the next round places it: nothing is in its way
 * @param centers one for each center, by id
 * @param changes each admits the job at once: the smallest of all first, then the smallest of each other combination of kinds; none where
 *     no change of these kinds admits it
 * @param start when it may start, from wall limits and the queue; null where none can be told
 */
public record Explanation(
        String jobId, boolean placed, List<CenterReason> centers, List<Change> changes, Instant start) {

    public Explanation {
        centers = List.copyOf(centers);
        changes = List.copyOf(changes);
    }
}
