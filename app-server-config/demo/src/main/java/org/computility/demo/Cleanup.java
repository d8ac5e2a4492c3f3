package org.computility.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be undone at the end, whether the demo ends by itself or by Ctrl-C; in reverse order, each thing once. */
final class Cleanup implements AutoCloseable {

    /** One thing to undo. */
    interface Step {
        void run() throws Exception;
    }

    private record Named(String what, Step step) {}

    private final Deque<Named> steps = new ArrayDeque<>();
    private final Screen screen;
    private boolean closed;
    private volatile boolean interrupted;

    Cleanup(Screen screen) {
        this.screen = screen;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "cleanup"));
    }

    private void interrupt() {
        interrupted = true;
        close();
    }

    /** Whether somebody ended the demo, so that whatever fails now is no news. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** Undoes it at once when the end has begun already. */
    void later(String what, Step step) {
        synchronized (this) {
            if (!closed) {
                steps.push(new Named(what, step));
                return;
            }
        }
        run(new Named(what, step));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            while (!steps.isEmpty()) {
                run(steps.pop());
            }
        }
    }

    private void run(Named named) {
        try {
            named.step().run();
        } catch (Exception e) {
            screen.note("could not " + named.what() + ": " + e.getMessage());
        }
    }
}
