package org.computility.connector.jobs;

/**
 * Accelerators of one kind in a node, or asked of one.
 *
 * @param type GPU, NPU, MLU, … as T/AI 123.8 table 2 says
 * @param product which one, such as {@code Nvidia/GPU/V100}; empty where the runtime does not tell, or where any will do
 * @param count how many, at least 1
 * @param memoryBytes of each; 0 where the runtime does not tell, or where any will do
 */
public record Accelerators(String type, String product, int count, long memoryBytes) {}
