package org.computility.centers;

import java.time.Instant;
import java.util.UUID;
import org.computility.connector.jobs.JobCapacity;

/**
 * A registered center as the last probe saw it.
 *
 * @param operatorId the organisation that runs the center and earns what its use costs
 * @param reason why it is not connected; null where it is
 * @param probedAt when the center last answered with its capacity, which is the age of {@code capacity}; null before that
 * @param capacity the last known one, also of a center that is not connected now; null before the first
 */
public record CenterFacts(
        String id,
        String name,
        UUID operatorId,
        boolean connected,
        String reason,
        Instant probedAt,
        JobCapacity capacity) {

    /**
     * Whether jobs start there from that image: a container image where the center runs containers, a root folder or the nodes' own
     * programs elsewhere.
     *
     * @param image as its catalogue or a job's user names it; null: the nodes' own programs
     */
    public boolean startsFrom(String image) {
        boolean container = image != null && !image.startsWith("/");
        return capacity != null && capacity.containers() == container;
    }
}
