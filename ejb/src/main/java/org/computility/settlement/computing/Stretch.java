package org.computility.settlement.computing;

import java.time.Instant;
import org.computility.settlement.prices.PriceView;

/**
 * Running seconds of one attempt, at one price, in one month.
 *
 * @param first the first of them, counted from the attempt's start
 * @param at when the first began
 * @param month of the bill: {@code 2026-11}
 * @param price null where the spec had none
 */
record Stretch(long first, long seconds, Instant at, String month, PriceView price) {

    /** The second behind the last. */
    long end() {
        return first + seconds;
    }
}
