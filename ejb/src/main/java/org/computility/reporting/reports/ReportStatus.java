package org.computility.reporting.reports;

import java.util.EnumSet;
import java.util.Set;

/** What has been decided about a month report. A report that is submitted anew is decided anew. */
public enum ReportStatus {
    /** Nobody has decided: a rule has doubts. */
    SUBMITTED,
    ACCEPTED,
    /** Sent back with reasons. */
    RETURNED;

    /** What people may make of it. */
    Set<ReportStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(ACCEPTED, RETURNED);
            case ACCEPTED -> EnumSet.of(RETURNED);
            case RETURNED -> EnumSet.of(ACCEPTED);
        };
    }
}
