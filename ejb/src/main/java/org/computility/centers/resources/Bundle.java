package org.computility.centers.resources;

/**
 * Processors, memory and accelerators together: of a node, or of many.
 *
 * @param architecture null: not known
 * @param processors null: none
 */
public record Bundle(String architecture, long cores, long memoryBytes, Processors processors) {

    /**
     * Accelerators.
     *
     * @param type several types with commas between
     * @param product several products with commas between; empty where the runtimes do not tell
     * @param memoryBytes of each; 0 where it is not known, or not the same of all
     */
    public record Processors(String type, String product, long count, long memoryBytes) {}
}
