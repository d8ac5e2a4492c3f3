package org.computility.runtime.tasks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a task goes on: until it is stopped, or its time is up, which counts from its acceptance. */
final class Term {

    private final Duration limit;
    private final long startedNanos = System.nanoTime();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param limit null: until it is stopped */
    Term(Duration limit) {
        this.limit = limit;
    }

    void stop() {
        stopped.countDown();
    }

    /** Stopped before its time was up. */
    boolean isStopped() {
        return stopped.getCount() == 0 && remainingNanos() > 0;
    }

    boolean isOver() {
        return stopped.getCount() == 0 || remainingNanos() <= 0;
    }

    /** Waits, but not beyond the term's end. */
    void pause(Duration pause) {
        try {
            long nanos = Math.min(pause.toNanos(), remainingNanos());
            if (nanos > 0) {
                boolean unused = stopped.await(nanos, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private long remainingNanos() {
        return limit == null ? Long.MAX_VALUE : limit.toNanos() - (System.nanoTime() - startedNanos);
    }
}
