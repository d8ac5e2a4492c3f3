package org.computility.runtime.tasks;

import java.util.function.LongSupplier;

/**
 * Whether a live stream comes faster than the node can analyse it, over the last seconds. A second is strained when
 * frames were late in it and the task spent less than half of it waiting for the stream. A network that halts and then
 * sends everything at once makes frames late as well, but it makes the task wait.
 */
final class Strain {

    /** So many strained seconds in a row are an overload; so many unstrained seconds in a row end it. */
    static final int SECONDS = 5;

    private static final long SECOND = 1_000_000_000;

    private final LongSupplier nanoTime;
    private long begin;
    private long waitedBefore;
    private boolean anyLate;
    private int strained;
    private int calm;
    private boolean overloaded;

    Strain() {
        this(System::nanoTime);
    }

    Strain(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    /**
     * A frame has been analysed or left out.
     *
     * @param late whether it came later than {@link Pace#TOLERABLE_LAG}
     * @param waitedNanos how long the task has waited for this connection's stream so far, altogether
     * @return whether the task is overloaded now
     */
    boolean frame(boolean late, long waitedNanos) {
        anyLate |= late;
        long elapsed = nanoTime.getAsLong() - begin;
        if (elapsed >= SECOND) {
            boolean strain = anyLate && waitedNanos - waitedBefore < elapsed / 2;
            // One slow frame may take seconds.
            int seconds = (int) Math.min(SECONDS, elapsed / SECOND);
            strained = strain ? strained + seconds : 0;
            calm = strain ? 0 : calm + seconds;
            overloaded = strained >= SECONDS || (overloaded && calm < SECONDS);
            begin += elapsed;
            waitedBefore = waitedNanos;
            anyLate = false;
        }
        return overloaded;
    }
}
