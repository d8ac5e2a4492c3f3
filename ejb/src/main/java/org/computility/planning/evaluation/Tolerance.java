package org.computility.planning.evaluation;

/**
 * How exactly findings have to fit the truth.
 *
 * @param seconds how long before or after an event a finding still fits it
 * @param overlap the least intersection over union of two boxes, 0 to 1; null where the truth has no boxes
 */
public record Tolerance(double seconds, Double overlap) {

    private static final double MICROS = 1e6;

    long micros() {
        return Math.round(seconds * MICROS);
    }
}
