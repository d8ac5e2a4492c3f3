package org.computility.runtime.registration;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has a node that is cut off from its platform end what it runs: after the keepalive time-out the platform runs it elsewhere.
 * Without a time it does nothing.
 */
public final class Fence implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Fence.class.getName());

    private final Duration after;
    private final Supplier<Duration> silence;
    private final Consumer<String> end;
    private final Runnable takeUp;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "fence");
        thread.setDaemon(true);
        return thread;
    });
    private boolean cutOff;

    /**
     * @param after zero: never
     * @param silence for how long the platform may not have heard the node
     * @param end ends what runs, and refuses more with these words
     * @param takeUp lets more run again
     */
    public Fence(Duration after, Supplier<Duration> silence, Consumer<String> end, Runnable takeUp) {
        this.after = after;
        this.silence = silence;
        this.end = end;
        this.takeUp = takeUp;
    }

    /** Begins; returns at once. */
    public void start() {
        if (!after.isZero()) {
            clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    void look() {
        boolean now = silence.get().compareTo(after) >= 0;
        if (now && !cutOff) {
            LOG.log(Level.WARNING, "The platform has not been reached for {0}: all tasks end", after);
            end.accept("The node has not reached its platform for " + after.toSeconds() + " s");
        } else if (!now && cutOff) {
            LOG.log(Level.INFO, "The platform is reached again");
            takeUp.run();
        }
        cutOff = now;
    }
}
