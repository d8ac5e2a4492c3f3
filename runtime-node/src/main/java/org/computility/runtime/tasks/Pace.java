package org.computility.runtime.tasks;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock of one connection: how far its frames are behind. The measure is the frame that came soonest for its time
 * stamp: frames that come in a burst after connecting are not late. A camera's clock that goes a little slower than
 * this machine's makes nothing late either: the measure follows it. Where all frames of some seconds seem late and none
 * was there before it was asked for, the measure was wrong and begins anew.
 */
final class Pace {

    /** Seconds; a frame further behind than this is left out, so that the delay does not grow. */
    static final double TOLERABLE_LAG = 0.2;

    /** How much a camera's clock may differ from ours; the crystals in use stay below half of it. */
    private static final double CLOCK_DIFFERENCE = 0.0002;

    /** Seconds. */
    private static final double PATIENCE = 5;

    private final LongSupplier nanoTime;
    private double soonest = Double.MAX_VALUE;
    private double followed;
    private double lastTrusted;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The time stamps have jumped. A frame that was waited for is not late, however late others were before; any other
     * frame is as late as they were.
     */
    void jump(boolean waitedFor) {
        if (waitedFor) {
            soonest = Double.MAX_VALUE;
        }
    }

    /**
     * Seconds that a frame with this time stamp is behind now.
     *
     * @param waitedFor whether it was not there yet when it was asked for. Only such a frame can show that the camera's
     *     clock goes slower: any other frame may hide a backlog, which must not count as normal
     */
    double lag(double mediaTime, boolean waitedFor) {
        double now = nanoTime.getAsLong() / 1e9;
        double offset = now - mediaTime;
        if (offset < soonest) {
            soonest = offset;
            followed = now;
        } else if (waitedFor) {
            soonest = Math.min(offset, soonest + CLOCK_DIFFERENCE * (now - followed));
            followed = now;
        }
        if (!waitedFor || offset - soonest <= TOLERABLE_LAG) {
            lastTrusted = now;
        } else if (now - lastTrusted > PATIENCE) {
            soonest = offset;
        }
        return offset - soonest;
    }

    /** Nanoseconds until a frame with this time stamp is due when a file plays as if it were live. */
    long untilDue(double mediaTime) {
        double offset = nanoTime.getAsLong() / 1e9 - mediaTime;
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
