package org.computility.licensing.offline;

/**
 * How many streams of a capability run at once under a licence file (T/BAX 0006.5 table E.2).
 *
 * @param quota 0 or more
 */
public record AbilityQuota(String algoDefCode, int quota) {}
