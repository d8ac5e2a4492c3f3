package org.computility.connector.accelerator.protocol;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.connector.http.Backoff;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.inbound.EventSink;
import org.computility.connector.inbound.EventSource;

/**
 * The events of one node, for as long as it is watched. Occupies no thread: it lives in callbacks of the shared HTTP
 * client and timer. A broken stream is reopened for ever. The sink hears {@link AcceleratorEvent.StreamLost} once when
 * the first attempt to (re)open fails, {@link AcceleratorEvent.StreamOpened} each time one succeeds, and
 * {@link AcceleratorEvent.StreamQuiet} when an open one becomes quieter than it was.
 */
public final class EventStream implements EventSource, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    private final RuntimeHttp http;
    private final RuntimeAddress address;
    private final StreamTiming timing;
    private final EventSink sink;
    private final Backoff backoff;
    private StreamAttempt attempt;
    private ScheduledFuture<?> retry;
    private boolean closed;
    private boolean lossReported;

    /** Does nothing until {@link #start}. */
    public EventStream(RuntimeHttp http, RuntimeAddress address, StreamTiming timing, EventSink sink) {
        this.http = http;
        this.address = address;
        this.timing = timing;
        this.sink = sink;
        this.backoff = new Backoff(
                timing.firstRetry(),
                timing.longestRetry(),
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** Opens the stream; returns at once. */
    public synchronized void start() {
        if (!closed && attempt == null) {
            attempt = new StreamAttempt(this, http, address, timing);
            attempt.start();
        }
    }

    /**
     * The node shows life: a stream that is not open is opened at once, however long the waits between attempts have
     * grown. An attempt that gets no answer may have begun before the node could be reached, and a stream that is
     * quieter than it was may be a connection to what the node was before: another replaces it.
     */
    public void hurry() {
        StreamAttempt unanswered;
        synchronized (this) {
            if (closed || (attempt != null && attempt.wasOpen() && !attempt.isQuiet())) {
                return;
            }
            if (retry != null) {
                retry.cancel(false);
            }
            backoff.reset();
            unanswered = attempt;
            attempt = null;
            start();
        }
        if (unanswered != null) {
            unanswered.end("the node shows life");
        }
    }

    @Override
    public void resume() {
        StreamAttempt current;
        synchronized (this) {
            current = attempt;
        }
        if (current != null) {
            current.resume();
        }
    }

    /** Drops the connection and opens a new one, on which the node sends the state of everything again. */
    @Override
    public void reopen(String reason) {
        StreamAttempt current;
        synchronized (this) {
            current = attempt;
        }
        if (current != null) {
            current.end(reason);
        }
    }

    @Override
    public void close() {
        StreamAttempt current;
        synchronized (this) {
            closed = true;
            current = attempt;
            attempt = null;
        }
        if (current != null) {
            current.end("no longer watched");
        }
    }

    synchronized void opened(StreamAttempt of) {
        if (of == attempt) {
            lossReported = false;
            sink.accept(new AcceleratorEvent.StreamOpened(address.computeCode()));
        }
    }

    synchronized void quiet(StreamAttempt of, Duration silence) {
        if (of == attempt) {
            sink.accept(new AcceleratorEvent.StreamQuiet(address.computeCode(), silence));
        }
    }

    synchronized void event(StreamAttempt of, String name, String data) {
        if (of != attempt) {
            return;
        }
        try {
            AcceleratorEvent event = decode(name, data);
            if (event != null) {
                sink.accept(event);
            }
        } catch (RuntimeException e) {
            // Among them a bare one, by which the parser refuses deep nesting.
            LOG.log(Level.WARNING, "{0} sent a senseless {1} event: {2}", new Object[] {address, name, e.getMessage()});
        }
    }

    synchronized void ended(StreamAttempt of, String reason) {
        if (of != attempt) {
            return;
        }
        attempt = null;
        if (of.wasOpenFor(timing.steady())) {
            backoff.reset();
        }
        if (!of.wasOpen() && !lossReported) {
            lossReported = true;
            sink.accept(new AcceleratorEvent.StreamLost(address.computeCode(), reason));
        }
        LOG.log(Level.FINE, "Event stream of {0} ended: {1}", new Object[] {address, reason});
        try {
            retry = http.timer().schedule(this::start, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "The adapter stops: {0}", e.getMessage());
        }
    }

    boolean isSinkFull() {
        return sink.isFull();
    }

    private AcceleratorEvent decode(String name, String data) {
        String node = address.computeCode();
        return switch (name) {
            case "task" -> new AcceleratorEvent.TaskChanged(node, Decoding.task(json(data)));
            case "service" -> new AcceleratorEvent.ServiceChanged(node, Decoding.service(json(data)));
            case "package" -> new AcceleratorEvent.PackageProgress(node, Decoding.delivered(json(data)));
            // Newer nodes may tell more than this platform knows.
            default -> null;
        };
    }

    private static JsonObject json(String data) {
        return Envelope.object(data);
    }
}
