package org.computility.federation.tier;

/** The tiers of monitoring platforms, the highest first (TC609 clause 5). */
public enum Tier {
    NATIONAL,
    REGIONAL,
    THIRD_PARTY;

    /** Whether platforms of this tier report to another. */
    public boolean reportsUpward() {
        return this != NATIONAL;
    }

    /** Whether platforms of this tier take others below them. */
    public boolean takesLower() {
        return this != THIRD_PARTY;
    }

    /** Whether that tier may stand below this one. */
    public boolean isAbove(Tier other) {
        return compareTo(other) < 0;
    }
}
