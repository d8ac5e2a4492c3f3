package org.computility.connector.accelerator.protocol;

import java.net.ProtocolException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.http.SseParser;

/** One connection of an {@link EventStream}, from the request to its end. It ends exactly once. */
final class StreamAttempt implements Flow.Subscriber<List<ByteBuffer>> {

    /** Of each node, a thousand events may wait for the platform; an event has a few hundred bytes. */
    private static final int LONGEST_EVENT = 64 * 1024;

    private static final int OK = 200;

    private final EventStream stream;
    private final RuntimeHttp http;
    private final RuntimeAddress address;
    private final StreamTiming timing;
    private final SseParser parser;
    private CompletableFuture<?> answer;
    private Flow.Subscription subscription;
    private final Pulse pulse;
    private long openedAt;
    private boolean open;
    private boolean paused;
    private boolean ended;

    StreamAttempt(EventStream stream, RuntimeHttp http, RuntimeAddress address, StreamTiming timing) {
        this.stream = stream;
        this.http = http;
        this.address = address;
        this.timing = timing;
        this.pulse = new Pulse(timing, System.nanoTime());
        this.parser = new SseParser(LONGEST_EVENT, (name, data) -> stream.event(this, name, data));
    }

    void start() {
        try {
            HttpRequest request = NodeTarget.of(address)
                    .request("/Events")
                    .header("Accept", "text/event-stream")
                    .build();
            CompletableFuture<HttpResponse<Void>> future = http.client().sendAsync(request, this::head);
            synchronized (this) {
                answer = future;
            }
            CompletableFuture<?> unused = future.whenComplete((response, problem) -> end(outcome(response, problem)));
            watch(timing.answer());
        } catch (RuntimeFailure | RejectedExecutionException e) {
            end(e.getMessage());
        }
    }

    private static String outcome(HttpResponse<Void> response, Throwable problem) {
        if (problem != null) {
            return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        }
        return response.statusCode() == OK ? "the node ended the stream" : "HTTP " + response.statusCode();
    }

    private HttpResponse.BodySubscriber<Void> head(HttpResponse.ResponseInfo info) {
        if (info.statusCode() != OK) {
            return BodySubscribers.discarding();
        }
        synchronized (this) {
            open = true;
            openedAt = System.nanoTime();
            pulse.sign(openedAt);
        }
        stream.opened(this);
        return BodySubscribers.fromSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        boolean late;
        synchronized (this) {
            subscription = newSubscription;
            late = ended;
        }
        if (late) {
            newSubscription.cancel();
        } else {
            newSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        sign();
        long commentsBefore = parser.comments();
        try {
            for (ByteBuffer buffer : bytes) {
                parser.feed(buffer);
            }
        } catch (ProtocolException e) {
            end(e.getMessage());
            return;
        }
        synchronized (this) {
            if (parser.comments() > commentsBefore) {
                pulse.comments(parser.comments());
            }
            paused = true;
        }
        // Asked after the pause is set: a sink that empties meanwhile then finds something to resume.
        if (!stream.isSinkFull()) {
            resume();
        }
    }

    @Override
    public void onError(Throwable problem) {
        end(String.valueOf(problem.getMessage()));
    }

    @Override
    public void onComplete() {
        end("the node ended the stream");
    }

    void resume() {
        Flow.Subscription toAsk;
        synchronized (this) {
            if (!paused || ended) {
                return;
            }
            paused = false;
            pulse.sign(System.nanoTime());
            toAsk = subscription;
        }
        toAsk.request(1);
    }

    void end(String reason) {
        Flow.Subscription toCancel;
        CompletableFuture<?> toDrop;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            toCancel = subscription;
            toDrop = answer;
        }
        if (toCancel != null) {
            toCancel.cancel();
        }
        if (toDrop != null) {
            toDrop.cancel(true);
        }
        stream.ended(this, reason);
    }

    synchronized boolean wasOpen() {
        return open;
    }

    synchronized boolean wasOpenFor(Duration time) {
        return open && System.nanoTime() - openedAt >= time.toNanos();
    }

    /** Whether the stream is open, and its node sends less than it did. */
    synchronized boolean isQuiet() {
        return open && !paused && pulse.isQuiet(System.nanoTime());
    }

    private synchronized void sign() {
        pulse.sign(System.nanoTime());
    }

    private void watch(Duration delay) {
        ScheduledFuture<?> unused =
                http.timer().schedule(this::lookForLife, delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private void lookForLife() {
        Duration limit;
        Duration silence;
        boolean quiet;
        synchronized (this) {
            if (ended) {
                return;
            }
            long now = System.nanoTime();
            if (paused) {
                // Silent because nobody reads it.
                pulse.sign(now);
            }
            silence = pulse.silence(now);
            quiet = open && pulse.suspect(now);
            limit = open ? pulse.nextLimit() : timing.answer();
        }
        if (silence.compareTo(limit) >= 0) {
            end("no sign of life for " + limit.toSeconds() + " s");
            return;
        }
        if (quiet) {
            stream.quiet(this, silence);
        }
        watch(limit.minus(silence));
    }
}
