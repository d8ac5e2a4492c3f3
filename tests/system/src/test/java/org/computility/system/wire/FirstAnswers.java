package org.computility.system.wire;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;

/** What a server that starts says to somebody who delivers results without a token, all the time until it is closed. */
public final class FirstAnswers implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000;

    private final Set<String> statusLines = new ConcurrentSkipListSet<>();
    private final URI server;
    private final Thread asking = new Thread(this::ask, "first-answers");
    private volatile boolean closed;

    public FirstAnswers(URI server) {
        this.server = server;
        asking.start();
    }

    /** Each once, without the version of HTTP. */
    public Set<String> statusLines() {
        return statusLines;
    }

    private void ask() {
        while (!closed) {
            try {
                String answer = Wire.ask(server, "POST /platform/v1/results", List.of(), "{}");
                statusLines.add(answer.lines().findFirst().orElse("nothing").replaceFirst("HTTP/1.1 ", ""));
            } catch (UncheckedIOException e) {
                // Nobody listens yet.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
