package org.computility.connector.jobs;

/**
 * What a runtime has, as the runtime itself says.
 *
 * @param freeCores cores without work at the moment, between 0 and {@code cores}
 */
public record JobCapacity(int cores, double freeCores, long memoryBytes, long freeMemoryBytes) {}
