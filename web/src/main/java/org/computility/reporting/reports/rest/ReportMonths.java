package org.computility.reporting.reports.rest;

import java.time.YearMonth;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.dates.MonitoringDates;

/** Months in paths and queries, as TC609 prints them. */
public final class ReportMonths {

    private static final MonitoringDates.Month MONTH = new MonitoringDates.Month();

    private ReportMonths() {}

    /** Null where none is asked for. */
    public static YearMonth read(String text) {
        String month = Parameters.text(text);
        return month == null ? null : MONTH.adaptFromJson(month);
    }

    public static String written(YearMonth month) {
        return MONTH.adaptToJson(month);
    }
}
