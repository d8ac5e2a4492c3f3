package org.computility.settlement.computing.months;

/**
 * What was run of a spec.
 *
 * @param nodeSeconds of all nodes together
 */
public record SpecUse(String specId, long nodeSeconds) {}
