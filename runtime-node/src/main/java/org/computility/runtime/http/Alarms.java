package org.computility.runtime.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that rings when somebody's patience is over. */
final class Alarms {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Alarms() {}

    /** The action of an alarm must be short: every other alarm waits for it. */
    static ScheduledFuture<?> in(Duration time, Runnable ring) {
        return TIMER.schedule(ring, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-alarms");
            thread.setDaemon(true);
            return thread;
        });
        // Nearly every alarm is called off; it would otherwise stay in memory until its time.
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
