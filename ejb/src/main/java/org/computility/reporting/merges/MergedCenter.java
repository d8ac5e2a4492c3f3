package org.computility.reporting.merges;

/** A center that counts as another one, which stays. */
public record MergedCenter(int mergedId, int keptId) {}
