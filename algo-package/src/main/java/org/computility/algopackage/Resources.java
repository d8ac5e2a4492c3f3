package org.computility.algopackage;

/**
 * What one replica needs.
 *
 * @param cpu cores
 * @param memory GiB
 * @param xpuMemory GiB of accelerator memory, 0 on a CPU
 */
public record Resources(double cpu, double memory, double xpuMemory) {}
