package org.computility.compute.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day and the monotonic time, read together.
 *
 * @param nanos as {@link System#nanoTime} tells it
 * @param doubt how much later than {@code nanos} the time of day may have been read: a thread can be held up between the two
 */
record Moment(Instant wall, long nanos, Duration doubt) {

    /** Much longer than both readings take, and no time for whoever judges seconds. */
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private static final int ATTEMPTS = 5;

    /** Reads both; a reading that was held up is repeated a few times, and the best one counts. */
    static Moment read(InstantSource clock, LongSupplier nanos) {
        Moment best = once(clock, nanos);
        for (int i = 1; i < ATTEMPTS && best.doubt.compareTo(AT_ONCE) > 0; i++) {
            Moment another = once(clock, nanos);
            best = another.doubt.compareTo(best.doubt) < 0 ? another : best;
        }
        return best;
    }

    private static Moment once(InstantSource clock, LongSupplier nanos) {
        long before = nanos.getAsLong();
        Instant wall = clock.instant();
        return new Moment(wall, before, Duration.ofNanos(nanos.getAsLong() - before));
    }

    /** Monotonic time from that moment to this one. */
    Duration since(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    /** How far the clock was put forward or back since that moment, at the least. */
    Duration leastStepSince(Moment earlier) {
        Duration shown = Duration.between(earlier.wall, wall);
        return shown.minus(since(earlier)).abs().minus(doubt).minus(earlier.doubt);
    }
}
