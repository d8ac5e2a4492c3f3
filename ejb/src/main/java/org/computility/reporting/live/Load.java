package org.computility.reporting.live;

import java.math.BigDecimal;

/**
 * 算力负载. Null: not known.
 *
 * @param computingUtilization of processor cores, in percent
 * @param memoryUtilization in percent
 * @param acceleratorUtilization in percent
 * @param jobsRunning jobs of which something runs
 * @param jobsWaiting jobs of which something is on its way, or may run nowhere else and waits
 */
public record Load(
        BigDecimal computingUtilization,
        BigDecimal memoryUtilization,
        BigDecimal acceleratorUtilization,
        Long jobsRunning,
        Long jobsWaiting) {

    /** Nothing is known. */
    public static final Load UNKNOWN = new Load(null, null, null, null, null);
}
