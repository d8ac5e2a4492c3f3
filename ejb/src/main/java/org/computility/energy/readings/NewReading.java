package org.computility.energy.readings;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a meter showed.
 *
 * @param value in the meter's unit, as it counts: not what was added since
 */
public record NewReading(Instant at, BigDecimal value) {}
