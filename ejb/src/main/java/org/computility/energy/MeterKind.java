package org.computility.energy;

/** What a meter counts. */
public enum MeterKind {
    /** All electricity that goes into the center. */
    TOTAL_ELECTRICITY("kWh"),
    /** The part of it that goes into servers, storage and networks. */
    IT_ELECTRICITY("kWh"),
    /** The part of it that goes into cooling. */
    COOLING_ELECTRICITY("kWh"),
    /** The part of the whole that is green: direct supply, purchases and certificates together. */
    GREEN_ELECTRICITY("kWh"),
    /** Water that the facility takes. */
    WATER("L");

    private final String unit;

    MeterKind(String unit) {
        this.unit = unit;
    }

    /** In which a meter of this kind shows its value. */
    public String unit() {
        return unit;
    }
}
