package org.computility.reporting.live;

import org.computility.energy.hours.HourFigures;

/**
 * What is known of a center's past hour.
 *
 * @param silence why the platform that reports the center does not answer now, so that the figures are those that it told last; null
 *     where it does, or where the meters are here
 */
public record HourTold(HourFigures figures, String silence) {}
