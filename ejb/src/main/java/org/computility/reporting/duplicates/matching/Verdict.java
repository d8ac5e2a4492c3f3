package org.computility.reporting.duplicates.matching;

/** What two reports of centers are to each other, as far as the figures tell. */
public enum Verdict {
    /** All that is known of both agrees. */
    SAME,
    /** Much agrees: people decide. */
    DOUBTFUL,
    /** Two centers. */
    DIFFERENT
}
