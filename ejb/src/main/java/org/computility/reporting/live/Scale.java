package org.computility.reporting.live;

/**
 * 算力规模.
 *
 * @param total all that takes work now
 * @param schedulable what of it nothing occupies
 */
public record Scale(Capacity total, Capacity schedulable) {

    /** Nothing is known. */
    public static final Scale UNKNOWN = new Scale(Capacity.UNKNOWN, Capacity.UNKNOWN);
}
