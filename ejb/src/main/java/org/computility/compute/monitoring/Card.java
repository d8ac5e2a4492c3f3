package org.computility.compute.monitoring;

/**
 * An accelerator card of a machine ({@code XpuMonitors} in annex G). Null: its node does not tell.
 *
 * @param type an identifier of T/BAX 0006.5 annex H
 * @param memory in GiB
 * @param memoryUsed in GiB
 * @param utilization 0 to 1
 */
public record Card(String type, Double memory, Double memoryUsed, Double utilization) {}
