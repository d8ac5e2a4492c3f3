package org.computility.planning.state;

import java.util.Arrays;
import java.util.Set;

/**
 * Where an instance stands; {@link InstanceEvent} says what leads from one state to another. Three states take up room on a
 * service; the standard shows five words (C.11 {@code Status}).
 */
public enum InstanceState {
    /** Waits for room, for its next try, or for its group. */
    PENDING,
    /** Handed to a node that has not seen a frame yet, or is reconnecting. */
    STARTING,
    RUNNING,
    /** Told to stop; its node has not confirmed yet. */
    STOPPING,
    /** Nobody wants it to run, or its plan is closed by its windows. */
    PAUSED,
    /** An instance of higher priority took its place; it is wanted, and resumes by itself. */
    YIELDED,
    /** Came to its own end. */
    FINISHED,
    ERROR;

    /** The states in which a node has it. */
    static final Set<InstanceState> ACTIVE = Set.of(STARTING, RUNNING, STOPPING);

    /** Whether a node has it, so that it takes up room. */
    public boolean isActive() {
        return ACTIVE.contains(this);
    }

    /** The word that the standard has for it. */
    public String shown() {
        return switch (this) {
            case STARTING -> PENDING.name();
            case STOPPING -> RUNNING.name();
            case YIELDED -> PAUSED.name();
            default -> name();
        };
    }

    /** States behind a word of the standard; {@code STOPPED} means {@code PAUSED}; an unknown word means none. */
    public static Set<InstanceState> behind(String word) {
        String meant = "STOPPED".equals(word) ? PAUSED.name() : word;
        return Set.copyOf(Arrays.stream(values())
                .filter(state -> state.shown().equals(meant))
                .toList());
    }
}
