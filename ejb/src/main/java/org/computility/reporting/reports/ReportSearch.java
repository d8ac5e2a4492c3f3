package org.computility.reporting.reports;

import java.time.YearMonth;

/**
 * Which reports; null asks for nothing.
 *
 * @param province the code of the province where the center was when the report came
 * @param hubId the code of its hub then
 * @param knownOn the point of knowledge; null: now
 */
public record ReportSearch(
        Integer centerId, YearMonth month, ReportStatus status, String province, String hubId, Long knownOn) {

    /** Wherever the center is. */
    public ReportSearch(Integer centerId, YearMonth month, ReportStatus status, Long knownOn) {
        this(centerId, month, status, null, null, knownOn);
    }
}
