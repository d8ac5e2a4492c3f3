package org.computility.runtime.results;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.computility.runtime.results.ResultPost.Outcome;

/** Empties one queue to its receiver, one request at a time, with growing pauses while the receiver does not answer. */
final class Delivery {

    private static final Logger LOG = System.getLogger(Delivery.class.getName());
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 2 << 20;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long KEEP_EMPTY_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final SpoolQueue queue;
    private final ResultPost post;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean oneByOne;
    private volatile long lastUse = System.nanoTime();

    Delivery(SpoolQueue queue, ResultPost post, ScheduledExecutorService timer) {
        this.queue = queue;
        this.post = post;
        this.timer = timer;
    }

    SpoolQueue queue() {
        return queue;
    }

    void append(byte[] bytes) throws IOException {
        lastUse = System.nanoTime();
        queue.append(bytes);
        wake();
    }

    /** Starts emptying the queue, unless this runs already. */
    void wake() {
        if (busy.compareAndSet(false, true)) {
            schedule(0);
        }
    }

    boolean awaitEmpty(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (this) {
            while (busy.get()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }
    }

    /** Removes the queue's folder once nothing has come for a while. */
    boolean deleteIfLongEmpty() {
        try {
            if (System.nanoTime() - lastUse < KEEP_EMPTY_NANOS || busy.get() || !queue.isEmpty()) {
                return false;
            }
            queue.delete();
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An empty queue could not be removed", e);
            return false;
        }
    }

    private void schedule(long millis) {
        try {
            ScheduledFuture<?> unused = timer.schedule(this::step, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The node is closing; the rest waits on disk");
        }
    }

    private void step() {
        try {
            SpoolQueue.Batch batch = queue.peek(oneByOne ? 1 : BATCH, BATCH_BYTES);
            if (batch.records().isEmpty()) {
                rest(batch);
                return;
            }
            CompletableFuture<Void> unused =
                    post.send(queue.receiver(), batch.records()).thenAccept(outcome -> settle(batch, outcome));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Results for {0} cannot be read: {1}", queue.receiver(), e);
            schedule(LONGEST_PAUSE_MILLIS);
        }
    }

    private void rest(SpoolQueue.Batch batch) throws IOException {
        queue.advance(batch.end());
        synchronized (this) {
            busy.set(false);
            notifyAll();
        }
        // A result may have come between the look and the rest.
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private void settle(SpoolQueue.Batch batch, Outcome outcome) {
        try {
            if (outcome == Outcome.LATER) {
                schedule(pauseMillis + ThreadLocalRandom.current().nextLong(pauseMillis / 2));
                pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
                return;
            }
            pauseMillis = FIRST_PAUSE_MILLIS;
            if (outcome == Outcome.NEVER && batch.records().size() > 1) {
                // One result is at fault; the others shall not be dropped with it.
                oneByOne = true;
                schedule(0);
                return;
            }
            if (outcome == Outcome.NEVER) {
                LOG.log(Level.WARNING, "{0} will never take a result; it is dropped", queue.receiver());
            }
            oneByOne = false;
            queue.advance(batch.end());
            schedule(0);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The place in the spool cannot be written: {0}", e);
            schedule(LONGEST_PAUSE_MILLIS);
        }
    }
}
