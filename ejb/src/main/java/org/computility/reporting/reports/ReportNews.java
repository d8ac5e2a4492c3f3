package org.computility.reporting.reports;

import java.util.List;

/**
 * What became known of month reports, in its order.
 *
 * @param after behind this point
 * @param knownOn and up to this one: ask for what is behind it next
 * @param more whether more is known already
 */
public record ReportNews(long after, long knownOn, boolean more, List<ReportStateView> states) {}
