package org.computility.reporting.reports.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.reports.NewMonthReport;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** Reads table A.8-1, which holds open groups. Its members have been held against the contract. */
public final class MonthReportRequests {

    private static final String CENTER_ID = "centerId";
    private static final String CENTER_NAME = "centerName";
    private static final String MONTH = "reportMonth";

    private static final List<FigureGroup> GROUPS =
            List.of(FigureGroup.SUPPLY, FigureGroup.APPLICATION, FigureGroup.POWER, FigureGroup.SECURITY);

    /** What the table names beside the groups, and what the platform itself adds to an answer: who sends an answer back reports no figure by it. */
    private static final Set<String> NAMED = Set.of(CENTER_ID, CENTER_NAME, MONTH, "status", "reasons", "knownOn");

    private MonthReportRequests() {}

    public static NewMonthReport read(JsonObject request) {
        JsonNumber id = request.getJsonNumber(CENTER_ID);
        return new NewMonthReport(
                id == null ? null : id.intValue(),
                request.getString(CENTER_NAME, null),
                new MonitoringDates.Month().adaptFromJson(request.getString(MONTH)),
                Figures.read(request, GROUPS, NAMED));
    }
}
