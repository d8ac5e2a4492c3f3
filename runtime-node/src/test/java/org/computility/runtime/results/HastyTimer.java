package org.computility.runtime.results;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer that keeps the pauses that were asked for and makes none. */
final class HastyTimer extends ScheduledThreadPoolExecutor {

    private final List<Long> pauses = new CopyOnWriteArrayList<>();

    HastyTimer() {
        super(1);
    }

    /** In milliseconds, in order; steps that were to follow at once left out. */
    List<Long> pauses() {
        return pauses;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable step, long pause, TimeUnit unit) {
        if (pause > 0) {
            pauses.add(unit.toMillis(pause));
        }
        return super.schedule(step, 0, unit);
    }
}
