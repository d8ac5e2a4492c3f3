package org.computility.reporting.reports;

import java.util.List;

/**
 * What somebody who looked at a report decides.
 *
 * @param status ACCEPTED or RETURNED
 * @param reasons why; needed to return it
 * @param knownOn the point of knowledge of the state that was looked at
 */
public record ReportDecision(ReportStatus status, List<String> reasons, long knownOn) {}
