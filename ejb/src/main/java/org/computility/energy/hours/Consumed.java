package org.computility.energy.hours;

import java.time.Instant;

/**
 * What was counted in a period.
 *
 * @param amount thousandths of the meter's unit: Wh, ml
 * @param whole whether readings lie at or before its beginning and at or behind its end; else, or where what it counted between two of them
 *     is unknown, the amount is that of a part of it
 * @param estimated whether a part of it lies between two readings that are more than an hour apart
 */
public record Consumed(Instant from, Instant to, long amount, boolean whole, boolean estimated) {

    /** Both together, of the same period. */
    Consumed plus(Consumed other) {
        return new Consumed(
                from, to, Math.addExact(amount, other.amount), whole && other.whole, estimated || other.estimated);
    }
}
