package org.computility.reporting.reports;

/** What brought a state about. */
public enum ReportDeed {
    /** The center's organisation reported the figures, and the rules judged them. */
    SUBMISSION,
    /** The platform closed the month: it completed what was reported by what it knows itself, and the rules judged that. */
    CLOSING,
    /** Somebody looked at the figures and decided. */
    REVIEW
}
