package org.computility.serving.watching;

/** How many services a node has, and how many of them are in trouble. */
public record ServiceCount(String computeCode, Long services, Long failed) {}
