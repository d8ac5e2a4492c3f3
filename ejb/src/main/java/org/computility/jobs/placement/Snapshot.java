package org.computility.jobs.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything that a round looks at, at one instant.
 *
 * @param at now; the round has no clock of its own
 * @param centers in any order, each once
 * @param waiting jobs of which no task runs; in any order
 * @param running tasks that hold room at a center, those included that were only just handed over
 */
public record Snapshot(Instant at, List<CenterRoom> centers, List<WaitingJob> waiting, List<RunningTask> running) {

    public Snapshot {
        centers = List.copyOf(centers);
        waiting = List.copyOf(waiting);
        running = List.copyOf(running);
    }

    /** The same with another form of that job. */
    public Snapshot withJob(String jobId, UnaryOperator<WaitingJob> change) {
        List<WaitingJob> changed = waiting.stream()
                .map(job -> job.id().equals(jobId) ? change.apply(job) : job)
                .toList();
        return new Snapshot(at, centers, changed, running);
    }

    /** The same with that job, in this form if it waits already. */
    public Snapshot with(WaitingJob job) {
        List<WaitingJob> changed = new ArrayList<>(waiting);
        changed.removeIf(other -> other.id().equals(job.id()));
        changed.add(job);
        return new Snapshot(at, centers, changed, running);
    }

    /** The same with another form of that center. */
    public Snapshot withCenter(String centerId, UnaryOperator<CenterRoom> change) {
        List<CenterRoom> changed = centers.stream()
                .map(center -> center.id().equals(centerId) ? change.apply(center) : center)
                .toList();
        return new Snapshot(at, changed, waiting, running);
    }

    /**
     * The waiting job of that ID.
     *
     * @throws IllegalArgumentException where no such job waits
     */
    public WaitingJob job(String jobId) {
        return waiting.stream()
                .filter(job -> job.id().equals(jobId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("does not wait: " + jobId));
    }
}
