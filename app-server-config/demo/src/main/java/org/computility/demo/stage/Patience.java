package org.computility.demo.stage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for a time. */
public final class Patience {

    private static final long POLL_NANOS = Duration.ofMillis(300).toNanos();

    private Patience() {}

    /** @throws IllegalStateException when it does not come true in time or the thread is interrupted */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Waited " + limit.toSeconds() + " s in vain until " + what);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
