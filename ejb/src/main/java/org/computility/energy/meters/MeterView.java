package org.computility.energy.meters;

import java.math.BigDecimal;
import java.time.Instant;
import org.computility.energy.MeterKind;

/**
 * A meter.
 *
 * @param centerId of the reported center
 * @param modulus in its unit; null: it never begins at zero by itself
 * @param retiredAt null: in service
 */
public record MeterView(
        String code,
        int centerId,
        MeterKind kind,
        String unit,
        String name,
        BigDecimal modulus,
        Instant createdAt,
        Instant retiredAt) {}
