package org.computility.reporting.reports;

import java.util.List;
import org.computility.reporting.figures.FigureChange;

/**
 * What changed about a report between two points of knowledge.
 *
 * @param before the state at the first point, null where there was no report
 * @param after the state at the second, null where there was no report
 * @param changes of the figures
 * @param deeds the states that came about behind the first point and up to the second, the first first: who, when and why
 */
public record ReportComparison(
        ReportStateView before, ReportStateView after, List<FigureChange> changes, List<ReportStateView> deeds) {}
