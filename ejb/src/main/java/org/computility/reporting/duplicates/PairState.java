package org.computility.reporting.duplicates;

/** What is decided about two centers that may be one. */
public enum PairState {
    /** Nothing: people decide. */
    OPEN,
    /** One of them counts as a third center meanwhile: that one's pairs are to be decided. */
    ASIDE,
    /** They are one. */
    MERGED,
    /** They are two, and are not proposed again. */
    DIFFERENT
}
