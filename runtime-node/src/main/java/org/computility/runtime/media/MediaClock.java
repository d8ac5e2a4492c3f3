package org.computility.runtime.media;

import java.util.function.LongSupplier;

/**
 * What time it is in the media, going by the time stamps of their frames. Cameras whose clock is set, encoders that start
 * again and spliced streams make the stamps jump: then a new clock begins where the old one stopped, so that times between
 * frames go on being right. A step back is always a jump. A step forward is one only in live media, and only if the frame
 * did not take that long to come.
 */
public final class MediaClock {

    /** Seconds; frames that a decoder puts out in the wrong order are closer. */
    private static final double STEP_BACK = 0.2;

    /** Seconds that a step forward may be longer than the wait for its frame. */
    private static final double STEP_FORWARD = 2;

    private static final double USUAL_FRAME = 0.04;

    private final LongSupplier nanoTime;
    private final boolean live;
    private double usualStep = USUAL_FRAME;
    private boolean started;
    private boolean jumped;
    private double origin;
    private double lastStamp;
    private double lastCame;
    private double seconds;

    MediaClock(LongSupplier nanoTime, boolean live) {
        this.nanoTime = nanoTime;
        this.live = live;
    }

    /** For media that are watched as they come. */
    public static MediaClock live() {
        return new MediaClock(System::nanoTime, true);
    }

    /** For media that were recorded before: a gap in them is part of them. */
    public static MediaClock recorded() {
        return new MediaClock(System::nanoTime, false);
    }

    /** Frames lie so far apart as long as their stamps do not tell. */
    void expectEvery(double secondsPerFrame) {
        usualStep = secondsPerFrame;
    }

    /**
     * The next frame has come.
     *
     * @param given what its stamp says in seconds; NaN where it has none
     * @param waitedFor whether it was not there yet when it was asked for
     */
    void show(double given, boolean waitedFor) {
        double now = nanoTime.getAsLong() / 1e9;
        double stamp = Double.isNaN(given) ? lastStamp + usualStep : given;
        if (!started) {
            started = true;
            stamp = Double.isNaN(given) ? 0 : given;
            origin = stamp;
        } else {
            step(stamp, now - lastCame, waitedFor);
        }
        seconds = Math.max(0, stamp - origin);
        lastStamp = stamp;
        lastCame = now;
    }

    /** Seconds since the first frame. */
    double seconds() {
        return seconds;
    }

    /** Whether a new clock began with the last frame. */
    boolean hasJumped() {
        return jumped;
    }

    private void step(double stamp, double came, boolean waitedFor) {
        double step = stamp - lastStamp;
        jumped = step < -STEP_BACK || (live && step > Math.max(came + STEP_FORWARD, 3 * usualStep));
        if (jumped) {
            origin = stamp - seconds - (waitedFor ? came : usualStep);
        } else if (step > 0 && step <= STEP_FORWARD) {
            usualStep = step;
        }
    }
}
