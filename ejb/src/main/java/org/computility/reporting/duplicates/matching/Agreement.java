package org.computility.reporting.duplicates.matching;

/** How far two reports agree in one thing. */
public enum Agreement {
    /** They say the same. */
    FULL,
    /** They do not contradict each other. */
    PARTLY,
    /** One of them does not say it. */
    UNKNOWN,
    NONE
}
