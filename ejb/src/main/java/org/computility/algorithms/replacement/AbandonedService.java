package org.computility.algorithms.replacement;

/** A service in ERROR that is gone with its package; its node is still to unload it. */
public record AbandonedService(String computeCode, String serviceId) {}
