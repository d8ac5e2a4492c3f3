package org.computility.energy.readings;

import java.time.Instant;

/**
 * What a meter showed.
 *
 * @param amount thousandths of the meter's unit
 * @param behindGap whether it is unknown what the meter counted since the reading before
 */
public record Reading(Instant at, long amount, boolean behindGap) {

    /** What came since the reading before is known. */
    public Reading(Instant at, long amount) {
        this(at, amount, false);
    }
}
