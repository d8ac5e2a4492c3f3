/**
 * Meters of reported centers and what their energy figures are (TC609 B.2): who may see and change them.
 *
 * <p>Not here: meters, readings and hours themselves (the room {@code energy}), what centers report by the month (reports).
 */
package org.computility.reporting.supervision;
