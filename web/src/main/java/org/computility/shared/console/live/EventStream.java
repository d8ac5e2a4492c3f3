package org.computility.shared.console.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Server-sent events on an answer that stays open. No thread waits for the other side: events that it does not take at
 * once wait here. An answer that falls too far behind is ended; the browser then asks anew.
 */
final class EventStream implements WriteListener, AsyncListener {

    private static final Logger LOG = Logger.getLogger(EventStream.class.getName());

    /** Shorter than a session's life: the browser asks anew, and so an open page keeps its session as clicks do. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_WAITING = 50;

    private final AsyncContext call;
    private final ServletOutputStream out;
    private final Runnable afterEnd;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean begun;
    private boolean unflushed;
    private boolean ending;
    private boolean ended;

    private EventStream(AsyncContext call, Runnable afterEnd) throws IOException {
        this.call = call;
        this.afterEnd = afterEnd;
        out = call.getResponse().getOutputStream();
    }

    /** Begins the answer; {@code afterEnd} runs once, whoever ends it. */
    static EventStream open(HttpServletRequest request, Runnable afterEnd) throws IOException {
        return on(request.startAsync(), afterEnd);
    }

    static EventStream on(AsyncContext call, Runnable afterEnd) throws IOException {
        call.setTimeout(LONGEST.toMillis());
        EventStream stream = new EventStream(call, afterEnd);
        call.addListener(stream);
        stream.out.setWriteListener(stream);
        return stream;
    }

    /** Sends an event, or nothing when the stream has ended. */
    synchronized void send(String event, String data) {
        write("event: " + event + "\ndata: " + data + "\n\n");
    }

    /**
     * Says that the stream lives: nobody on the way takes the connection for dead, and both ends find out when it is. A
     * comment would not do, pages do not hear comments.
     */
    synchronized void keepAlive() {
        send("alive", "{}");
    }

    /** Ends the stream once what waits is sent. */
    synchronized void end() {
        ending = true;
        flow();
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    private void write(String text) {
        if (waiting.size() >= MOST_WAITING) {
            finish();
        } else if (!ending && !ended) {
            waiting.add(text.getBytes(StandardCharsets.UTF_8));
            flow();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        begun = true;
        flow();
    }

    private void flow() {
        try {
            while (begun && !ended && out.isReady()) {
                if (!waiting.isEmpty()) {
                    out.write(waiting.poll());
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    break;
                }
            }
            if (ending && waiting.isEmpty() && !unflushed) {
                finish();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "An open page is gone", e);
            finish();
        }
    }

    private void finish() {
        if (!ended) {
            ended = true;
            waiting.clear();
            afterEnd.run();
            try {
                call.complete();
            } catch (IllegalStateException e) {
                LOG.log(Level.FINE, "The server has ended the answer already", e);
            }
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        LOG.log(Level.FINE, "An open page is gone", failure);
        finish();
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        finish();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // An answer is begun once only.
    }
}
