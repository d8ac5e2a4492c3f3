package org.computility.centers.catalogue;

/**
 * The accelerators that a spec gives (T/AI 123.8 table 2).
 *
 * @param product empty: any
 * @param memoryBytes of each; 0: any
 */
public record SpecProcessor(String type, String product, int count, long memoryBytes) {}
