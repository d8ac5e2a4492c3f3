package org.computility.runtime.media;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB.Callback_Pointer;
import org.bytedeco.javacpp.Pointer;

/** FFmpeg asks this while it waits: has the task ended, or has the far end been silent for too long? */
final class Interruption extends Callback_Pointer {

    private final BooleanSupplier ended;
    private volatile long silentSince = System.nanoTime();
    private volatile long patience;

    Interruption(BooleanSupplier ended) {
        this.ended = ended;
    }

    /** Starts waiting for the next sign of life. */
    void expect(Duration within) {
        patience = within.toNanos();
        silentSince = System.nanoTime();
    }

    boolean timedOut() {
        return System.nanoTime() - silentSince > patience;
    }

    @Override
    public int call(Pointer opaque) {
        return ended.getAsBoolean() || timedOut() ? 1 : 0;
    }
}
