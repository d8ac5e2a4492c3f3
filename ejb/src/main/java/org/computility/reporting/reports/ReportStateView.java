package org.computility.reporting.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.computility.reporting.figures.Figures;

/**
 * A state of a month report. What stands here never changes.
 *
 * @param knownOn the point from which on the platform knew of it
 * @param doneBy the user name of whoever brought it about
 * @param reasons why it is as it is: what the rules found, or what people said
 * @param hash SHA-256 of the figures in their one form
 * @param mergedInto the center that it counts for, where the one that it was reported for is merged into that; null: its own
 */
public record ReportStateView(
        long knownOn,
        int centerId,
        YearMonth month,
        ReportStatus status,
        ReportDeed deed,
        String doneBy,
        Instant doneAt,
        List<String> reasons,
        Figures figures,
        String hash,
        Integer mergedInto) {

    /** The same as what it counts for, by the center that was merged into another; null: into none. */
    ReportStateView countedFor(Integer center) {
        return new ReportStateView(
                knownOn, centerId, month, status, deed, doneBy, doneAt, reasons, figures, hash, center);
    }
}
