package org.computility.energy.nodes;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What a counter of a node showed.
 *
 * @param machine which machine of the node
 * @param covers what it counts: {@code CPU}, {@code XPU}
 * @param since when it began at zero
 */
public record NodeCount(String machine, String covers, Instant since, BigDecimal wattHours) {

    /** Who reckons the beginning anew at each look errs by less; no count begins so often. */
    private static final Duration SAME_BEGINNING = Duration.ofMinutes(1);

    /** The same of all that one counter shows. */
    String counter() {
        return covers + " " + machine;
    }

    /**
     * What came to it since it was last read. A count that began behind the last look, and more than a minute after the one before, is
     * counted whole; one that shows less than before began at zero, too, as a meter does. One that was not there before counts from now on.
     *
     * @param before null: it was not there
     */
    BigDecimal addedSince(NodeCount before, Instant lastLook) {
        boolean begunAnew =
                since.isAfter(lastLook) && (before == null || since.isAfter(before.since.plus(SAME_BEGINNING)));
        if (begunAnew) {
            return wattHours;
        }
        if (before == null) {
            return BigDecimal.ZERO;
        }
        return wattHours.compareTo(before.wattHours) >= 0 ? wattHours.subtract(before.wattHours) : wattHours;
    }
}
