package org.computility.runtime.tasks;

import java.time.Instant;

/**
 * The clock of one connection: how far its frames are behind. The frame that came soonest for its time stamp is the
 * measure; what came in a burst after connecting is thus not late.
 */
final class Pace {

    /** A frame further behind than this is left out, so that the delay does not grow. */
    static final double TOLERABLE_LAG = 0.2;

    private double soonest = Double.MAX_VALUE;
    private double longestLag;

    /** Seconds that a frame with this time stamp is behind now. */
    double lag(double mediaTime) {
        double offset = System.nanoTime() / 1e9 - mediaTime;
        soonest = Math.min(soonest, offset);
        return offset - soonest;
    }

    void analysed(double lag) {
        longestLag = Math.max(longestLag, lag);
    }

    double longestLag() {
        return longestLag;
    }

    /** Nanoseconds until a frame with this time stamp is due when a file plays as if it were live. */
    long untilDue(double mediaTime) {
        double offset = System.nanoTime() / 1e9 - mediaTime;
        if (soonest == Double.MAX_VALUE) {
            soonest = offset;
        }
        return (long) ((soonest - offset) * 1e9);
    }

    /** When the frame was taken, going by its delay. */
    static Instant taken(Instant now, double lag) {
        return now.minusMillis(Math.round(lag * 1000));
    }
}
