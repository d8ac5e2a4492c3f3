package org.computility.connector.accelerator;

/**
 * What became of one task in a start or stop.
 *
 * @param message the runtime's reason when not accepted, else null
 */
public record TaskOutcome(String taskId, Kind kind, String message) {

    /** How the runtime decided. */
    public enum Kind {
        ACCEPTED,
        /** Not now (409): the same may be accepted later. */
        NOT_NOW,
        /** The node starts nothing at all now, whatever the task: its whole answer was a refusal that passes. */
        CLOSED,
        /** It has no such thing (404). */
        UNKNOWN,
        REFUSED
    }

    public boolean accepted() {
        return kind == Kind.ACCEPTED;
    }

    /** Whether the task is not there after a stop: stopped, or never there. */
    public boolean gone() {
        return accepted() || kind == Kind.UNKNOWN;
    }
}
