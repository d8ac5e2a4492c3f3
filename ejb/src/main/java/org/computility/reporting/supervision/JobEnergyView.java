package org.computility.reporting.supervision;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a job consumed until now.
 *
 * @param from when its first attempt began; null: none has
 * @param to when its last attempt ended, or now
 * @param energy in kWh; null: no center where it ran tells
 * @param carbon in kg CO2; null: unknown, of any part of it
 * @param whole whether meters tell of all the time that it ran, everywhere
 * @param estimated whether a part of it lies between readings more than an hour apart
 */
public record JobEnergyView(
        String jobId,
        Instant from,
        Instant to,
        BigDecimal energy,
        BigDecimal carbon,
        boolean whole,
        boolean estimated) {}
