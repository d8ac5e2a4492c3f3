package org.computility.serving.scaling.choice;

import java.util.UUID;

/**
 * A service of the capability.
 *
 * @param slots streams that it takes at once
 * @param taken streams that it has
 * @param own whether a rule loaded it, so that a rule may unload it
 */
public record Running(
        UUID serviceId, String computeCode, int replicas, int slots, int taken, Condition condition, boolean own) {

    /** How it is. */
    public enum Condition {
        RUNNING,
        /** It has more than it can do: no further stream helps, and no further replica there. */
        OVERLOADED,
        /** It is being loaded. */
        STARTING,
        /** It failed. */
        BROKEN,
        /** Nobody knows: its node is silent, or has not answered whether it is unloaded. */
        UNKNOWN
    }

    /** Whether its replicas are there, or will be. */
    boolean counts() {
        return condition == Condition.RUNNING || condition == Condition.OVERLOADED || condition == Condition.STARTING;
    }

    boolean works() {
        return condition == Condition.RUNNING || condition == Condition.OVERLOADED;
    }

    /** The room that it is good for. */
    int usable() {
        return condition == Condition.OVERLOADED ? Math.min(slots, taken) : slots;
    }

    int free() {
        return condition == Condition.RUNNING ? Math.max(0, slots - taken) : 0;
    }

    /** The streams of one replica. */
    int perReplica() {
        return slots / replicas;
    }

    /** The same with a replica less; without room where it had only one. */
    Running smaller() {
        return new Running(serviceId, computeCode, replicas - 1, slots - perReplica(), taken, condition, own);
    }

    /** Tasks that have to leave when it has a replica less. */
    int leaving() {
        return Math.max(0, taken - smaller().slots());
    }
}
