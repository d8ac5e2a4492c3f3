package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a task instance is, or why it waits.
 *
 * @param state as the standard words it
 * @param startsNext whether the next turn gives it a place; absent when it does not wait
 * @param notBefore its next try; absent when it waits for its group, or does not wait
 * @param estimatedStart as things stand now; absent when nobody can tell
 * @param forecast when it was first said to start; absent when it never was
 * @param nodes what keeps it from each service of its capability, and from each other node
 * @param changes each would admit it at once, the smallest first
 * @param chosen where it is; absent while it waits
 * @param hitRate how forecasts have come true
 */
public record InstancePlacementView(
        UUID instanceId,
        String state,
        Boolean startsNext,
        Instant notBefore,
        Instant estimatedStart,
        Instant forecast,
        List<Node> nodes,
        List<Alteration> changes,
        Chosen chosen,
        HitRate hitRate) {

    public InstancePlacementView {
        nodes = List.copyOf(nodes);
        changes = List.copyOf(changes);
    }

    /**
     * What keeps the instance from a place.
     *
     * @param streams tasks at once; absent where the node counts them itself
     * @param instances they get the room before it
     */
    public record Node(
            String computeCode, UUID serviceId, String constraint, Long streams, Long taken, List<UUID> instances) {}

    /** All its steps together. */
    public record Alteration(List<Measure> steps) {}

    /** A part of a change; the members that its kind does not need are absent. */
    public record Measure(String kind, String computeCode, UUID serviceId, Integer priority) {}

    /** The place it has. */
    public record Chosen(String computeCode, UUID serviceId) {}

    /**
     * Of the last 100 instances whose start was forecast and that have begun.
     *
     * @param made how many there are
     * @param kept how many began by then
     */
    public record HitRate(long made, long kept) {}
}
