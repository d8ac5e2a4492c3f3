package org.computility.reporting.reports;

/** What became of a month that the platform closed. */
public enum Closing {
    /** The report has a new state. */
    CLOSED,
    /** The report says all that already. */
    UNCHANGED,
    /** Somebody returned the report: it waits to be reported anew. */
    LEFT
}
