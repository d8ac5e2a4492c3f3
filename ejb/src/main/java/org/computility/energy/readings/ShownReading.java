package org.computility.energy.readings;

import java.time.Instant;

/**
 * What a meter showed, also where it was taken back.
 *
 * @param amount thousandths of the meter's unit
 * @param takenBackAt null: it counts
 * @param takenBackBy null: it counts
 * @param reason why it was taken back; null: it counts
 */
public record ShownReading(
        Instant at, long amount, Instant takenAt, Instant takenBackAt, String takenBackBy, String reason) {}
