package org.computility.connector.jobs;

/**
 * What a job is given, and what nobody else is given meanwhile.
 *
 * @param nodes on how many nodes it runs, at least 1
 * @param cores of each node, at least 1
 * @param memoryBytes of each node
 * @param accelerators of each node; null: none
 */
public record JobResources(int nodes, int cores, long memoryBytes, Accelerators accelerators) {}
