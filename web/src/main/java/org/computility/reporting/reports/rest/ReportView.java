package org.computility.reporting.reports.rest;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.computility.reporting.reports.ReportDeed;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportStatus;

/**
 * A state of a month report as {@code /platform/v1} answers it.
 *
 * @param centerId the center that it counts for
 * @param reportedAs the center that it was reported for, where that one counts as another; else null
 */
public record ReportView(
        long knownOn,
        int centerId,
        String reportMonth,
        ReportStatus status,
        ReportDeed deed,
        String doneBy,
        Instant doneAt,
        List<String> reasons,
        JsonObject figures,
        String hash,
        Integer reportedAs) {

    public static ReportView of(ReportStateView state) {
        return new ReportView(
                state.knownOn(),
                counts(state),
                ReportMonths.written(state.month()),
                state.status(),
                state.deed(),
                state.doneBy(),
                state.doneAt(),
                state.reasons(),
                state.figures().json(),
                state.hash(),
                reportedAs(state));
    }

    /** The center that it counts for. */
    public static int counts(ReportStateView state) {
        return state.mergedInto() == null ? state.centerId() : state.mergedInto();
    }

    public static Integer reportedAs(ReportStateView state) {
        return state.mergedInto() == null ? null : (Integer) state.centerId();
    }
}
