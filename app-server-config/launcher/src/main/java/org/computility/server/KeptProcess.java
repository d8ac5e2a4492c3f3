package org.computility.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs until somebody {@link #release}s it. One that ends unasked (killed, crashed, out of disk space) is started again:
 * soon, and after a longer pause each time that it does not stay.
 */
final class KeptProcess {

    private static final System.Logger LOG = System.getLogger(KeptProcess.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Starts the program once more. */
    interface Start {
        Process start() throws IOException;
    }

    private final String name;
    private final Start start;
    private Process current;
    private Instant startedAt = Instant.now();
    private Duration pause = FIRST_PAUSE;
    private boolean released;

    /**
     * @param name in messages
     * @param running the program, which was started just now
     */
    KeptProcess(String name, Process running, Start start) {
        this.name = name;
        this.start = start;
        watch(running);
    }

    /** The running program, or the one that ended last. */
    synchronized Process current() {
        return current;
    }

    /** From now on the program may end. No other is started afterwards. */
    synchronized void release() {
        released = true;
    }

    private void watch(Process process) {
        current = process;
        startedAt = Instant.now();
        process.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(Process process) {
        if (!released) {
            LOG.log(System.Logger.Level.WARNING, "{0} ended with {1}; it is started again.", name, process.exitValue());
            startLater();
        }
    }

    private void startLater() {
        boolean stayed = Duration.between(startedAt, Instant.now()).compareTo(LONGEST_PAUSE) > 0;
        pause = stayed ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(this::startAgain, later);
    }

    private synchronized void startAgain() {
        if (released) {
            return;
        }
        try {
            watch(start.start());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, name + " cannot be started", e);
            startLater();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
