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
     * @param message of AVOIDED: what the node said when it was last asked, and when it is asked again
     * @param streams tasks at once; absent where the node counts them itself
     * @param instances they get the room before it
     */
    public record Node(
            String computeCode,
            UUID serviceId,
            String constraint,
            String message,
            Long streams,
            Long taken,
            List<UUID> instances) {}

    /** All its steps together. */
    public record Alteration(List<Measure> steps) {

        static Alteration of(Change change) {
            return new Alteration(change.steps().stream().map(Measure::of).toList());
        }
    }

    /**
     * A part of a change; the members that its kind does not need are absent.
     *
     * @param streams how many more licences must admit
     */
    public record Measure(String kind, String computeCode, UUID serviceId, Integer priority, Long streams) {

        static Measure of(Step step) {
            String kind = step.kind().name();
            if (step instanceof Step.Priority priority) {
                return new Measure(kind, null, null, priority.to(), null);
            } else if (step instanceof Step.Stream stream) {
                return new Measure(kind, null, stream.serviceId(), null, null);
            } else if (step instanceof Step.Run run) {
                return new Measure(kind, null, run.serviceId(), null, null);
            } else if (step instanceof Step.Answers answers) {
                return new Measure(kind, answers.computeCode(), null, null, null);
            } else if (step instanceof Step.Licence licence) {
                return new Measure(kind, null, null, null, licence.streams());
            }
            return new Measure(kind, step instanceof Step.Load load ? load.computeCode() : null, null, null, null);
        }
    }

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
