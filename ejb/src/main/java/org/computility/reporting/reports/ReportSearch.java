package org.computility.reporting.reports;

import java.time.YearMonth;

/**
 * Which reports; null asks for nothing.
 *
 * @param knownOn the point of knowledge; null: now
 */
public record ReportSearch(Integer centerId, YearMonth month, ReportStatus status, Long knownOn) {}
