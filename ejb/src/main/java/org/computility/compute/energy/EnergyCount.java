package org.computility.compute.energy;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a machine counted of its energy.
 *
 * @param covers what used it: {@code CPU}, {@code XPU}
 * @param wattHours not negative, six decimal places; does not fall while {@code since} stays
 * @param since when the count began at zero
 * @param at when it was read; null: when the node was asked
 */
public record EnergyCount(String covers, BigDecimal wattHours, Instant since, Instant at) {}
