package org.computility.centers.catalogue;

import org.computility.connector.jobs.Accelerators;

/**
 * A spec to be offered.
 *
 * @param id its own name, or null: the platform makes one
 * @param accelerators null: none
 */
public record NewSpec(
        String id, String name, String architecture, int cores, long memoryBytes, Accelerators accelerators) {}
