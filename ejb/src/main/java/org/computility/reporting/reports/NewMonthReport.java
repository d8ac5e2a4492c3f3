package org.computility.reporting.reports;

import java.time.YearMonth;
import org.computility.reporting.figures.Figures;

/**
 * The figures of a month (TC609 table A.8-1).
 *
 * @param centerId null: the name tells which center
 * @param centerName null: the id tells which center
 */
public record NewMonthReport(Integer centerId, String centerName, YearMonth month, Figures figures) {}
