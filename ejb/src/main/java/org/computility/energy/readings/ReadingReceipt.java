package org.computility.energy.readings;

/**
 * What became of readings.
 *
 * @param taken so many were new
 * @param known so many were there already, or came twice
 */
public record ReadingReceipt(int taken, int known) {}
