package org.computility.energy.sources;

import java.math.BigDecimal;
import org.computility.energy.MeterKind;

/** In which a device shows a value, once it is scaled. */
public enum SourceUnit {
    WH("0.001", false, false),
    KWH("1", false, false),
    MWH("1000", false, false),
    /** Power: the platform counts the energy itself. */
    W("0.001", true, false),
    /** Power: the platform counts the energy itself. */
    KW("1", true, false),
    L("1", false, true),
    M3("1000", false, true);

    private final BigDecimal factor;
    private final boolean power;
    private final boolean water;

    SourceUnit(String factor, boolean power, boolean water) {
        this.factor = new BigDecimal(factor);
        this.power = power;
        this.water = water;
    }

    boolean isPower() {
        return power;
    }

    boolean fits(MeterKind kind) {
        return water == (kind == MeterKind.WATER);
    }

    /** In kWh, kW or L. */
    BigDecimal inMeterUnit(BigDecimal value) {
        return value.multiply(factor);
    }

    /** What {@link #inMeterUnit} answers. */
    String meterUnit() {
        return power ? "kW" : water ? "L" : "kWh";
    }
}
