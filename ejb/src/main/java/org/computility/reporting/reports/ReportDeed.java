package org.computility.reporting.reports;

/** What brought a state about. */
public enum ReportDeed {
    /** The center's organisation reported the figures, and the rules judged them. */
    SUBMISSION,
    /** Somebody looked at the figures and decided. */
    REVIEW
}
