package org.computility.jobs.running;

import java.time.Instant;
import java.util.List;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.JobStatus;

/**
 * Where a job was placed, or why it waits.
 *
 * @param startsNext whether the next round places it; absent when it does not wait
 * @param estimatedStart when it may start, as things stand now; absent when nobody can tell
 * @param forecast when it was first said to start; absent when it was placed at once
 * @param centers for each center what keeps the job from it
 * @param changes each would admit the job at once, the smallest first
 * @param chosen where its tasks are, and why there
 * @param hitRate how forecasts have come true
 */
public record JobPlacementView(
        String jobId,
        JobStatus status,
        Boolean startsNext,
        Instant estimatedStart,
        Instant forecast,
        List<Center> centers,
        List<Change> changes,
        List<Chosen> chosen,
        HitRate hitRate) {

    public JobPlacementView {
        centers = List.copyOf(centers);
        changes = List.copyOf(changes);
        chosen = List.copyOf(chosen);
    }

    /**
     * What keeps the job from a center.
     *
     * @param constraint the binding one
     * @param tasks how many of its tasks would run there
     * @param nodesWithRoom on how many nodes one could run now
     * @param jobs those that are in its way
     */
    public record Center(
            String centerId,
            String constraint,
            int tasks,
            int nodesWithRoom,
            List<Shortage> shortages,
            List<String> jobs,
            Instant until) {}

    /** What a node lacks for one task. */
    public record Shortage(String node, long cores, long memoryBytes, long accelerators) {}

    /** All its steps together. */
    public record Change(List<Step> steps) {}

    /** A part of a change; the members that its kind does not need are absent. */
    public record Step(
            String kind,
            String centerId,
            String node,
            Long seconds,
            Integer nodes,
            Long cores,
            Long memoryBytes,
            Long accelerators) {}

    /** A task's newest place. */
    public record Chosen(String taskId, int attempt, String centerId, ChosenPlace why) {}

    /**
     * Of the last 100 jobs whose start was forecast and that have begun.
     *
     * @param made how many there are
     * @param kept how many began by then, or at most ten seconds later
     */
    public record HitRate(long made, long kept) {}
}
