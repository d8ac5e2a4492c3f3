package org.computility.reporting.reports.rest;

import jakarta.json.JsonValue;
import java.util.List;
import org.computility.reporting.figures.FigureChange;
import org.computility.reporting.reports.ReportComparison;
import org.computility.shared.database.JsonColumn;

/**
 * What changed about a report between two points of knowledge.
 *
 * @param before absent where there was no report
 * @param deeds who changed it, when and why, the first first
 */
public record ReportComparisonView(
        ReportView before, ReportView after, List<ChangeView> changes, List<ReportView> deeds) {

    /** A figure that changed; absent: it came, or went. */
    public record ChangeView(String path, JsonValue before, JsonValue after) {}

    public static ReportComparisonView of(ReportComparison comparison) {
        return new ReportComparisonView(
                comparison.before() == null ? null : ReportView.of(comparison.before()),
                ReportView.of(comparison.after()),
                comparison.changes().stream().map(ReportComparisonView::change).toList(),
                comparison.deeds().stream().map(ReportView::of).toList());
    }

    private static ChangeView change(FigureChange change) {
        return new ChangeView(change.path(), value(change.before()), value(change.after()));
    }

    private static JsonValue value(String text) {
        return text == null ? null : JsonColumn.value(text);
    }
}
