package org.computility.energy.readings;

import java.time.Instant;

/**
 * What a meter showed.
 *
 * @param amount thousandths of the meter's unit
 */
public record Reading(Instant at, long amount) {}
