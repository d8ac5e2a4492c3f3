package org.computility.energy.sources;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a device showed when a person wanted to know.
 *
 * @param value scaled; null: nothing that is a value
 * @param unit of the value: kWh, kW or L
 * @param raw as the device sent it; null: nothing came
 * @param failure why there is no value; null: there is one
 */
public record ProbeView(Instant at, BigDecimal value, String unit, String raw, String failure) {}
