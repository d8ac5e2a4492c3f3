package org.computility.connector.jobs;

/**
 * A node that takes jobs, as its runtime says.
 *
 * @param name the runtime's own name of the node
 * @param freeCores cores that no job has been given, between 0 and {@code cores}
 * @param freeMemoryBytes memory that no job has been given
 * @param accelerators what the node has; null: none
 * @param freeAccelerators how many of them no job has been given
 */
public record NodeCapacity(
        String name,
        int cores,
        int freeCores,
        long memoryBytes,
        long freeMemoryBytes,
        Accelerators accelerators,
        int freeAccelerators) {}
