package org.computility.planning.dispatch.preemption;

import java.util.UUID;

/**
 * An instance that gives way: its node is to end it; the database says STOPPING already.
 *
 * @param taker the number of the instance that takes its place
 * @param takerPriority the priority that decided
 */
public record Yielding(UUID id, String computeCode, long taker, short takerPriority) {

    /** What is said of it while it waits. */
    String reason() {
        return "Instance " + taker + " of priority " + takerPriority
                + " took its place. It resumes by itself when there is room.";
    }
}
