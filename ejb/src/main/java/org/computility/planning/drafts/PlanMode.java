package org.computility.planning.drafts;

/** How a plan runs (T/BAX 0006.5 table C.1 {@code Mode}). */
public enum PlanMode {
    /** All instances at once, until stopped. */
    PERIODIC,
    /** Groups of instances in turn, round after round. */
    INSPECTIVE
}
