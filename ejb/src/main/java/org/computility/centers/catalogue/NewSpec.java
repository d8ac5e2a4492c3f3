package org.computility.centers.catalogue;

/**
 * A spec to be offered.
 *
 * @param id its own name, or null: the platform makes one
 * @param processor null: none
 */
public record NewSpec(
        String id, String name, String architecture, int cores, long memoryBytes, SpecProcessor processor) {}
