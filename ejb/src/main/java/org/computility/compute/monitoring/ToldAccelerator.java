package org.computility.compute.monitoring;

/**
 * A kind of accelerator that nodes tell of ({@code XpuType} in annex G).
 *
 * @param nodes how many do
 */
public record ToldAccelerator(String identifier, Long nodes) {}
