package org.computility.reporting.live;

import java.math.BigDecimal;

/**
 * How much there is. Null: not known.
 *
 * @param nodes machines
 * @param cores of processors
 * @param memory in GiB
 * @param accelerators cards
 * @param computingPower of the accelerators, in PFLOPS at FP16
 */
public record Capacity(
        BigDecimal nodes, BigDecimal cores, BigDecimal memory, BigDecimal accelerators, BigDecimal computingPower) {

    /** Nothing is known. */
    public static final Capacity UNKNOWN = new Capacity(null, null, null, null, null);
}
