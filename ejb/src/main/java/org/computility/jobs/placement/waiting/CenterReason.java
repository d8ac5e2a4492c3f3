package org.computility.jobs.placement.waiting;

import java.time.Instant;
import java.util.List;
import org.computility.jobs.placement.Amount;

/**
 * What keeps the job from one center.
 *
 * @param tasks how many of its tasks would run here
 * @param nodesWithRoom on how many nodes one could run now
 * @param shortages what nodes lack, the least first; only nodes that could hold a task if nothing else ran there
 * @param jobs BEHIND: the jobs that were given the room; RESERVED: the job that it is reserved for; QUOTA: those within their quotas
 * @param until RESERVED: when that job is to start; else null
 */
public record CenterReason(
        String centerId,
        Constraint constraint,
        int tasks,
        int nodesWithRoom,
        List<Shortage> shortages,
        List<String> jobs,
        Instant until) {

    /** What a node lacks for one task. */
    public record Shortage(String node, Amount lacking) {}

    public CenterReason {
        shortages = List.copyOf(shortages);
        jobs = List.copyOf(jobs);
    }
}
