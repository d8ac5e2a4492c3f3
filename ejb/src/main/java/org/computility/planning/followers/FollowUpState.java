package org.computility.planning.followers;

/** Where a follow-up stands. */
public enum FollowUpState {
    /** Waits for its instance, or the instance waits or runs. */
    OPEN,
    /** The follower has looked. */
    DONE,
    /** The follower could not look. */
    FAILED,
    /** Nobody wants it any more. */
    STOPPED
}
