package org.computility.compute.monitoring;

import java.time.Instant;

/**
 * What a service used, as its node last told ({@code AlgoServiceMonitors} in annex G). Null: the node does not tell.
 *
 * @param accelerator an identifier of T/BAX 0006.5 annex H
 * @param memory of the accelerator, in GiB
 * @param memoryUsed of the accelerator, in GiB
 * @param utilization of the accelerator, 0 to 1
 * @param toldAt when
 */
public record ToldService(
        String computeCode,
        String serviceId,
        String accelerator,
        Double memory,
        Double memoryUsed,
        Double utilization,
        Instant toldAt) {}
