package org.computility.system.matrix;

/** How a member is not as its table has it. */
public enum Oddity {
    MISSING,
    MISTYPED,
    TOO_LONG,
    /** None of the values, or more of them than there may be. */
    INVALID,
    /** A number below or above its bounds. */
    OUT_OF_RANGE
}
