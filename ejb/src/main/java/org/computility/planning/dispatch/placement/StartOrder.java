package org.computility.planning.dispatch.placement;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A group of an inspection to start together.
 *
 * @param limit how long every instance runs
 * @param round from 1
 */
public record StartOrder(long planId, List<UUID> instances, int round, Duration limit) {

    public StartOrder {
        instances = List.copyOf(instances);
    }

    /** What a member of the group wishes. */
    public Wish wish(Candidate member) {
        return member.inRound(round, limit);
    }
}
