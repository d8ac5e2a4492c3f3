package org.computility.algorithms;

/**
 * What one replica of a package needs, in GiB. Null: the package was imported before that was kept.
 *
 * @param xpuMemory of an accelerator
 */
public record ReplicaNeeds(Double memory, Double xpuMemory) {}
