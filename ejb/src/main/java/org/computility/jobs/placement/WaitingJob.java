package org.computility.jobs.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.computility.connector.jobs.JobResources;

/**
 * A job that waits for all its tasks to be placed, one on each of its nodes.
 *
 * @param organisationId whose share and quota it uses
 * @param resources number of tasks, and what each takes
 * @param wallLimit how long it runs at most
 * @param priority 0 to 9, the greatest first
 * @param favour what was granted to this job alone
 */
public record WaitingJob(
        String id,
        UUID organisationId,
        JobResources resources,
        Duration wallLimit,
        Places places,
        int priority,
        Instant submittedAt,
        Favour favour) {

    /** @throws IllegalArgumentException where it has fewer nodes than named centers */
    public WaitingJob {
        if (resources.nodes() < Math.max(1, places.named().size())) {
            throw new IllegalArgumentException("too few nodes: " + resources.nodes());
        }
    }

    /** What each of its nodes must have. */
    public Amount ofEachNode() {
        return Amount.ofEachNode(resources);
    }

    /** What it takes altogether. */
    public Amount inAll() {
        return ofEachNode().times(resources.nodes());
    }

    public WaitingJob withNodes(int nodes) {
        JobResources fewer =
                new JobResources(nodes, resources.cores(), resources.memoryBytes(), resources.accelerators());
        return new WaitingJob(id, organisationId, fewer, wallLimit, places, priority, submittedAt, favour);
    }

    public WaitingJob withPlaces(Places others) {
        return new WaitingJob(id, organisationId, resources, wallLimit, others, priority, submittedAt, favour);
    }

    public WaitingJob withFavour(Favour other) {
        return new WaitingJob(id, organisationId, resources, wallLimit, places, priority, submittedAt, other);
    }

    public WaitingJob withWallLimit(Duration other) {
        return new WaitingJob(id, organisationId, resources, other, places, priority, submittedAt, favour);
    }
}
