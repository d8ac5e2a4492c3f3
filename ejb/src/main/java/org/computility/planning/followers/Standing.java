package org.computility.planning.followers;

import java.util.UUID;

/**
 * An open follow-up that has to end, and how things stand.
 *
 * @param planned whether it has got an instance
 * @param state of the instance; null: there is none, or none any more
 * @param message of the instance, or null
 * @param wanted whether somebody still wants the instance with whose result the chain began
 * @param on whether the plan of the followers is ON
 * @param late whether its time is over
 */
record Standing(UUID id, boolean planned, String state, String message, boolean wanted, boolean on, boolean late) {

    FollowUpState ending() {
        if ("FINISHED".equals(state)) {
            return FollowUpState.DONE;
        }
        boolean failed = "ERROR".equals(state) || (wanted && on && isThere() && late);
        return failed ? FollowUpState.FAILED : FollowUpState.STOPPED;
    }

    /** Why it did not look; null: it did. */
    String reason() {
        if ("FINISHED".equals(state)) {
            return null;
        }
        if ("ERROR".equals(state)) {
            return message == null ? "Its instance failed." : message;
        }
        if (!wanted) {
            return "The instance that it follows was stopped.";
        }
        if (!on) {
            return "The plan of the followers is OFF.";
        }
        if (!isThere()) {
            return state == null ? "Its instance was deleted." : "Its instance was stopped.";
        }
        return "Not done in time" + (message == null ? "." : ": " + message);
    }

    /** Whether it waits for its instance, or the instance waits or runs. */
    private boolean isThere() {
        return planned ? state != null && !"PAUSED".equals(state) : state == null;
    }
}
