package org.computility.compute.heartbeat;

import java.time.Duration;

/**
 * How long this server has listened without a break. The time is monotonic: no clock step makes it longer. A server that was
 * stopped was deaf, and after a step of the wall clock the written times of nodes say nothing: both begin the time anew. Safe
 * for use by several threads.
 */
final class Listening {

    /** A clock that is put right slowly gains or loses less between two moments; a step of less makes no difference. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Duration longestGap;
    private Moment since;
    private Moment last;

    /** @param longestGap the time between two moments of a server that was merely slow */
    Listening(Duration longestGap) {
        this.longestGap = longestGap;
    }

    /** This server listens now. Answers since when without a break. */
    synchronized Moment goesOn(Moment now) {
        if (last == null) {
            since = now;
        } else if (now.since(last).isNegative()) {
            // Another thread read the clocks later and was faster.
            return since;
        } else if (now.since(last).compareTo(longestGap) > 0
                || now.leastStepSince(last).compareTo(STEP) > 0) {
            since = now;
        }
        last = now;
        return since;
    }

    /** Up to the last moment. */
    synchronized Duration time() {
        return last == null ? Duration.ZERO : last.since(since);
    }
}
