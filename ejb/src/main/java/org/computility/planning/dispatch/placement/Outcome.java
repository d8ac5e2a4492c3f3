package org.computility.planning.dispatch.placement;

/** What becomes of an instance that has no place. */
enum Outcome {
    /** The other members of its group took the room that it could have had: it comes first in the next group. */
    POSTPONED,
    /** It is tried again in a moment. */
    WAITS,
    /** Its inspection's round goes on without it. */
    MISSED
}
