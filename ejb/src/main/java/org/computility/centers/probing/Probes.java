package org.computility.centers.probing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The probes that this server has begun: one a center at a time, each in a thread of its own, so that a center that hangs delays
 * no other. Who asks for a center that is being asked waits for the same answer.
 */
final class Probes {

    private static final Logger LOG = Logger.getLogger(Probes.class.getName());

    private final Executor executor;
    private final Duration patience;
    private final Consumer<String> ask;
    private final Map<String, Probe> running = new ConcurrentHashMap<>();

    /** @param ask asks the center of that id and keeps what it says, however long that takes */
    Probes(Executor executor, Duration patience, Consumer<String> ask) {
        this.executor = executor;
        this.patience = patience;
        this.ask = ask;
    }

    /** A probe that has begun. */
    final class Probe {

        private final long begun = System.nanoTime();
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final AtomicBoolean told = new AtomicBoolean();

        private Probe() {}

        /** Waits until the answer is kept, at most as long as a center may take; whether it is the first to hear that it is late. */
        boolean awaitLate() {
            end.copy()
                    .completeOnTimeout(null, patience.toNanos() - (System.nanoTime() - begun), TimeUnit.NANOSECONDS)
                    .join();
            return becomesLate();
        }

        /** Whether it has not ended in time, and nobody heard so before. */
        private boolean becomesLate() {
            return !end.isDone() && System.nanoTime() - begun >= patience.toNanos() && told.compareAndSet(false, true);
        }
    }

    /** Begins to ask, unless that center is being asked. */
    Probe begin(String centerId) {
        Probe mine = new Probe();
        Probe before = running.putIfAbsent(centerId, mine);
        if (before != null) {
            return before;
        }
        try {
            executor.execute(() -> run(centerId, mine));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "No thread is free to ask center " + centerId + "; it is asked later.", e);
            end(centerId, mine);
        }
        return mine;
    }

    /** The centers that have become late since this was last asked. */
    List<String> late() {
        List<String> late = new ArrayList<>();
        running.forEach((centerId, probe) -> {
            if (probe.becomesLate()) {
                late.add(centerId);
            }
        });
        return late;
    }

    private void run(String centerId, Probe mine) {
        try {
            ask.accept(centerId);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What center " + centerId + " has could not be kept; it is asked again.", e);
        } finally {
            end(centerId, mine);
        }
    }

    private void end(String centerId, Probe mine) {
        running.remove(centerId, mine);
        mine.end.complete(null);
    }
}
