package org.computility.energy.carbon;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What holds of a center's electricity from an instant until the next that is said.
 *
 * @param kgPerKwh kg of CO2 a kWh; null: unknown
 */
public record CarbonFactorView(Instant validFrom, BigDecimal kgPerKwh) {}
