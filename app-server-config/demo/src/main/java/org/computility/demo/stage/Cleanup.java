package org.computility.demo.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** What must be undone at the end, whether the demo ends by itself or by Ctrl-C; in reverse order, each thing once. */
public final class Cleanup implements AutoCloseable {

    /** One thing to undo. */
    public interface Step {
        void run() throws Exception;
    }

    private record Named(String what, Step step) {}

    private final Deque<Named> steps = new ArrayDeque<>();
    private final Screen screen;
    private final Thread story = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean closed;
    private volatile boolean interrupted;

    /** For the story that the calling thread is about to tell. */
    public Cleanup(Screen screen) {
        this.screen = screen;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "cleanup"));
    }

    private void interrupt() {
        if (over.getCount() == 0) {
            return;
        }
        interrupted = true;
        screen.note("Interrupted; everything is being stopped.");
        story.interrupt();
        undoAll();
        screen.note("Everything is stopped, and the temporary data are gone.");
    }

    /** Whether somebody ended the demo: then no failure is news any more. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** Whether nothing new will be started or written any more. */
    public boolean isStoryOver() {
        return over.getCount() == 0;
    }

    /** Registers a step; it is undone at once when the end has begun already. */
    public void later(String what, Step step) {
        synchronized (this) {
            if (!closed) {
                steps.push(new Named(what, step));
                return;
            }
        }
        run(new Named(what, step));
    }

    /** The story is over: undoes everything, unless an interruption does so already. */
    @Override
    public void close() {
        over.countDown();
        if (!interrupted) {
            undoAll();
        }
    }

    // Not while holding the lock: a step may wait for the end of a story that is about to register another one.
    private void undoAll() {
        for (Named next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private synchronized Named next() {
        closed = true;
        return steps.poll();
    }

    private void run(Named named) {
        try {
            named.step().run();
        } catch (Exception e) {
            screen.note("could not " + named.what() + ": " + e.getMessage());
        }
    }
}
