package org.computility.energy.meters;

import java.math.BigDecimal;
import org.computility.energy.MeterKind;

/**
 * A meter to be taken into service.
 *
 * @param code the platform's only meter of that code
 * @param name null: none
 * @param modulus where it begins at zero again, in its unit; null: it never does by itself
 */
public record NewMeter(String code, MeterKind kind, String name, BigDecimal modulus) {}
