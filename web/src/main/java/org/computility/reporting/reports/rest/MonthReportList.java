package org.computility.reporting.reports.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.reporting.reports.KnownReports;
import org.computility.reporting.reports.ReportStateView;

/**
 * Table A.9-3.
 *
 * @param knownOn the point of knowledge of this answer
 */
public record MonthReportList(long total, List<JsonObject> datalist, long knownOn) {

    /** @param named the names of centers by their ids */
    public static MonthReportList of(KnownReports known, Function<Collection<Integer>, Map<Integer, String>> named) {
        Set<Integer> ids = known.reports().stream().map(ReportView::counts).collect(Collectors.toSet());
        Map<Integer, String> names = named.apply(ids);
        return new MonthReportList(
                known.total(),
                known.reports().stream()
                        .map(state -> row(state, names.get(ReportView.counts(state))))
                        .toList(),
                known.knownOn());
    }

    /** As table A.8-1 has it, and what was decided about it. */
    private static JsonObject row(ReportStateView state, String centerName) {
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("centerId", ReportView.counts(state))
                .add("centerName", centerName)
                .add("reportMonth", ReportMonths.written(state.month()));
        state.figures().json().forEach(row::add);
        Integer reportedAs = ReportView.reportedAs(state);
        if (reportedAs != null) {
            row.add("reportedAs", reportedAs);
        }
        return row.add("status", state.status().name())
                .add("reasons", JSON.createArrayBuilder(state.reasons()))
                .add("knownOn", state.knownOn())
                .build();
    }
}
