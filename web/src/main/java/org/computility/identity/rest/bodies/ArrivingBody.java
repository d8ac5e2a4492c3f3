package org.computility.identity.rest.bodies;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A body that is read as it comes, without a thread of its own, until it is whole or its allowance is used up. */
final class ArrivingBody implements ReadListener, AsyncListener {

    private static final Logger LOG = Logger.getLogger(ArrivingBody.class.getName());

    private static final int CHUNK = 8192;

    /** A log-in, a registration, a form of the console. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Payara may lose a dispatch that comes while the thread of the call is just leaving it. */
    private static final Duration LEAVING = Duration.ofMillis(20);

    private final ArrivedRequest request;
    private final HttpServletResponse response;
    private final AsyncContext call;
    private final ServletInputStream in;
    private final BodyMemory memory;
    private final ArrivingBodies others;
    private final ScheduledExecutorService timer;
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] chunk = new byte[CHUNK];
    private long held;
    private boolean ended;

    private ArrivingBody(
            HttpServletRequest request,
            HttpServletResponse response,
            BodyMemory memory,
            ArrivingBodies others,
            ScheduledExecutorService timer)
            throws IOException {
        this.request = new ArrivedRequest(request);
        this.response = response;
        this.memory = memory;
        this.others = others;
        this.timer = timer;
        in = request.getInputStream();
        call = request.startAsync(this.request, new RefusingResponse(this.request, response));
    }

    /** Returns at once; the request goes on by a dispatch. */
    static void await(
            HttpServletRequest request,
            HttpServletResponse response,
            BodyMemory memory,
            ArrivingBodies others,
            ScheduledExecutorService timer)
            throws IOException {
        ArrivingBody body = new ArrivingBody(request, response, memory, others, timer);
        // The server's own time-out would go on counting while the call is answered.
        body.call.setTimeout(0);
        body.call.addListener(body);
        others.add(body);
        body.in.setReadListener(body);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (!ended && in.isReady()) {
            int count = in.read(chunk);
            if (count < 0) {
                break;
            }
            take(count);
        }
    }

    private void take(int count) {
        if (bytes.size() + count > MOST_BYTES) {
            miss(BodyFault.TOO_LARGE);
        } else if (!memory.take(count)) {
            miss(BodyFault.NO_ROOM);
        } else {
            held += count;
            bytes.write(chunk, 0, count);
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        if (!ended) {
            request.arrived(bytes.toByteArray());
            goOn();
        }
    }

    /** Gives the body up when its time is over. */
    synchronized void check(long now) {
        if (!ended && now - begun > LONGEST.toNanos()) {
            miss(BodyFault.LATE);
        }
    }

    /** The caller is gone. */
    @Override
    public synchronized void onError(Throwable failure) {
        LOG.log(Level.FINE, "A body broke off", failure);
        if (!ended) {
            ended = true;
            others.remove(this);
            call.complete();
        }
    }

    private void miss(BodyFault fault) {
        request.missed(fault);
        request.setAttribute(BodyFault.class.getName(), fault);
        // What is left of the body is not waited for.
        response.setHeader("Connection", "close");
        goOn();
    }

    private void goOn() {
        ended = true;
        others.remove(this);
        timer.schedule(() -> call.dispatch(), LEAVING.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        memory.give(held);
        held = 0;
    }

    @Override
    public void onError(AsyncEvent event) {
        LOG.log(Level.FINE, "A call failed", event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Without a time-out of the server's there is none.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A page's stream begins, on a request without a body.
    }
}
