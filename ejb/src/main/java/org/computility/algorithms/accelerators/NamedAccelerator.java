package org.computility.algorithms.accelerators;

/**
 * An accelerator that packages run on.
 *
 * @param packages how many name it
 */
public record NamedAccelerator(String identifier, Long packages) {}
