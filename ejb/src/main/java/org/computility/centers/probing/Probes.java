package org.computility.centers.probing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
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
    private final Consumer<String> late;
    private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    /**
     * @param ask asks the center of that id and keeps what it says, however long that takes
     * @param late keeps that the center of that id has not answered in time
     */
    Probes(Executor executor, Duration patience, Consumer<String> ask, Consumer<String> late) {
        this.executor = executor;
        this.patience = patience;
        this.ask = ask;
        this.late = late;
    }

    /** Begins to ask, unless that center is being asked. What comes of it is done when the answer is kept, or is late. */
    CompletableFuture<Void> begin(String centerId) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = running.putIfAbsent(centerId, mine);
        if (before != null) {
            return inTime(before);
        }
        try {
            executor.execute(() -> run(centerId, mine));
        } catch (RejectedExecutionException e) {
            running.remove(centerId, mine);
            LOG.log(Level.WARNING, "No thread is free to ask center " + centerId + "; it is asked later.", e);
            mine.complete(null);
            return mine;
        }
        mine.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> tooLate(centerId, mine));
        return inTime(mine);
    }

    private void run(String centerId, CompletableFuture<Void> mine) {
        try {
            ask.accept(centerId);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What center " + centerId + " has could not be kept; it is asked again.", e);
        } finally {
            running.remove(centerId, mine);
            mine.complete(null);
        }
    }

    private Void tooLate(String centerId, CompletableFuture<Void> mine) {
        if (!mine.isDone()) {
            // The thread that tells of time-outs serves the whole virtual machine: it must not wait for a database.
            executor.execute(() -> late.accept(centerId));
        }
        return null;
    }

    private CompletableFuture<Void> inTime(CompletableFuture<Void> probe) {
        return probe.copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until it is done. */
    static void await(CompletableFuture<Void> probe) {
        try {
            probe.join();
        } catch (CompletionException e) {
            LOG.log(Level.FINE, "A probe failed", e);
        }
    }
}
