package org.computility.settlement.computing.costs;

import java.time.YearMonth;

/**
 * Which costs are summed up, and by what.
 *
 * @param from the first month
 * @param to the last month
 */
public record CostSearch(YearMonth from, YearMonth to, CostGrouping by) {}
