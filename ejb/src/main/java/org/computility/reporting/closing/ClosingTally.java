package org.computility.reporting.closing;

import java.util.Map;

/**
 * What a run of {@code close-month} has done over all its attempts.
 *
 * @param closed reports with a new state
 * @param unchanged reports that said all that already
 * @param left reports that somebody returned, and that wait to be reported anew
 */
public record ClosingTally(long closed, long unchanged, long left) {

    private static final double WHOLE = 100;

    /** With the names under which a run shows them. */
    public Map<String, Long> facts() {
        return Map.of("closed", closed, "unchanged", unchanged, "left", left);
    }

    /** How far it is with so many centers. */
    public double percent(long centers) {
        return centers == 0 ? WHOLE : Math.min(WHOLE, WHOLE * (closed + unchanged + left) / centers);
    }
}
