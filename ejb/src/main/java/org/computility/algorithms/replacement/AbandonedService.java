package org.computility.algorithms.replacement;

/** A service in ERROR that went with its package. Its node must still unload it. */
public record AbandonedService(String computeCode, String serviceId) {}
