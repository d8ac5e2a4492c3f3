package org.computility.settlement.rating;

/** What a line of a bill is for. */
public enum LineKind {
    /** A term, paid at its opening. */
    TERM,
    /** What was used. */
    USAGE
}
