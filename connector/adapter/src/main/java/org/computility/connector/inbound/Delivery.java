package org.computility.connector.inbound;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.RuntimeEventListener;

/**
 * Hands one runtime's events to the listeners, one after the other, each at least once. At most one {@link Work} runs
 * for a runtime, so a slow listener holds up that runtime only. When a runtime's queue is full, its source is not read
 * on.
 */
public final class Delivery implements EventSink {

    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());
    private static final int CAPACITY = 1_000;
    // A busy runtime makes room for others after so many events.
    private static final int IN_ONE_GO = 64;
    private static final int ATTEMPTS = 3;
    private static final long RETRY_MILLIS = 500;

    private final RuntimeAddress address;
    private final List<Endpoint> endpoints;
    private final ScheduledExecutorService timer;
    private final Queue<RuntimeEvent> queue = new ArrayDeque<>();
    private EventSource source;
    private boolean busy;
    private boolean stopped;
    private int failures;

    public Delivery(RuntimeAddress address, List<Endpoint> endpoints, ScheduledExecutorService timer) {
        this.address = address;
        this.endpoints = endpoints;
        this.timer = timer;
    }

    /** The other end, before the first event comes. */
    public void from(EventSource events) {
        source = events;
    }

    @Override
    public void accept(RuntimeEvent event) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            queue.add(event);
            if (busy) {
                return;
            }
            busy = true;
        }
        schedule();
    }

    @Override
    public synchronized boolean isFull() {
        return queue.size() >= CAPACITY;
    }

    /** Forgets what waits; an event being delivered is finished. */
    public synchronized void stop() {
        stopped = true;
        queue.clear();
    }

    private void schedule() {
        for (Endpoint endpoint : endpoints) {
            Drain drain = new Drain();
            try {
                endpoint.work().scheduleWork(drain, WorkManager.INDEFINITE, null, drain);
            } catch (WorkException e) {
                drain.rejected(e);
            }
            return;
        }
        idleUnlessMore(true);
    }

    private void retry(String reason) {
        LOG.log(Level.FINE, "Events of {0} wait: {1}", new Object[] {address, reason});
        try {
            ScheduledFuture<?> unused = timer.schedule(this::schedule, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            stop();
        }
    }

    private void drain() {
        for (int count = 0; count < IN_ONE_GO; count++) {
            RuntimeEvent event = peek();
            if (event == null) {
                break;
            }
            try {
                deliver(event);
            } catch (UnavailableException e) {
                retry("the listener is not ready: " + e.getMessage());
                return;
            } catch (RuntimeException e) {
                if (!giveUp(event, e)) {
                    retry("the listener failed: " + e.getMessage());
                    return;
                }
            }
            done(event);
        }
        if (!idleUnlessMore(false)) {
            schedule();
        }
    }

    private void deliver(RuntimeEvent event) throws UnavailableException {
        for (Endpoint endpoint : endpoints) {
            MessageEndpoint bean = endpoint.factory().createEndpoint(null);
            try {
                ((RuntimeEventListener) bean).onEvent(event);
            } finally {
                bean.release();
            }
        }
    }

    /**
     * After some attempts the event is dropped and the runtime is asked for its whole state again, which makes up for
     * the event.
     */
    private boolean giveUp(RuntimeEvent event, RuntimeException problem) {
        failures++;
        if (failures < ATTEMPTS) {
            return false;
        }
        LOG.log(Level.WARNING, problem, () -> "An event of " + address + " could not be delivered: " + event);
        source.reopen("an event could not be delivered");
        return true;
    }

    private synchronized RuntimeEvent peek() {
        return queue.peek();
    }

    private void done(RuntimeEvent event) {
        boolean roomAgain;
        synchronized (this) {
            failures = 0;
            if (queue.peek() == event) {
                queue.remove();
            }
            roomAgain = queue.size() == CAPACITY / 2;
        }
        if (roomAgain) {
            source.resume();
        }
    }

    /** True when nothing is left to do. */
    private synchronized boolean idleUnlessMore(boolean dropAll) {
        if (dropAll) {
            queue.clear();
        }
        if (queue.isEmpty()) {
            busy = false;
        }
        return !busy;
    }

    private final class Drain extends WorkAdapter implements Work {

        private final AtomicBoolean rejected = new AtomicBoolean();
        private volatile boolean over;

        @Override
        public void run() {
            try {
                drain();
            } finally {
                over = true;
            }
        }

        // WildFly releases every work once it has run; only a work that still runs is meant to end.
        @Override
        public void release() {
            if (!over) {
                Delivery.this.stop();
            }
        }

        @Override
        public void workRejected(WorkEvent event) {
            rejected(event.getException());
        }

        // Some servers tell the listener and throw as well; two retries would let two drains run at once.
        private void rejected(WorkException problem) {
            if (rejected.compareAndSet(false, true)) {
                retry("no thread: " + problem);
            }
        }
    }
}
