package org.computility.reporting.rest;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.computility.reporting.reports.ReportDeed;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportStatus;

/** A state of a month report as {@code /platform/v1} answers it. */
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
        String hash) {

    static ReportView of(ReportStateView state) {
        return new ReportView(
                state.knownOn(),
                state.centerId(),
                ReportMonths.written(state.month()),
                state.status(),
                state.deed(),
                state.doneBy(),
                state.doneAt(),
                state.reasons(),
                state.figures().json(),
                state.hash());
    }
}
