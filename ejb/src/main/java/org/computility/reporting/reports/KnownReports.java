package org.computility.reporting.reports;

import java.util.List;

/**
 * Reports as they were known at one point; asked for again with that point, the answer is the same for ever.
 *
 * @param total of all pages
 */
public record KnownReports(long knownOn, List<ReportStateView> reports, long total) {}
