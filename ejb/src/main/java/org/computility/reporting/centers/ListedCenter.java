package org.computility.reporting.centers;

import java.util.List;

/**
 * A center as a list shows it.
 *
 * @param mergedIds other centers that count as this one; shown to whoever sees all
 * @param mergedInto the center that it counts as, for whoever reports it; null: none
 */
public record ListedCenter(ReportedCenterView center, List<Integer> mergedIds, Integer mergedInto) {}
