package org.computility.energy.hours;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A figure of an hour.
 *
 * @param asOf when the hour ended
 * @param estimated whether a part of it lies between two readings that are more than an hour apart
 */
public record HourFigure(BigDecimal value, Instant asOf, boolean estimated) {}
