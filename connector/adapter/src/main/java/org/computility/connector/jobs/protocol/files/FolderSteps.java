package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/**
 * What is done with the files of a folder that other machines share. Such a folder may hang without an end, and nothing wakes a thread
 * that waits for it. Whoever asks waits no longer than the time-out; while {@value #MOST} steps hang, no other begins. Steps that walk
 * through all files of a job take minutes, few at a time, and never the place of others.
 */
public final class FolderSteps {

    private static final int MOST = 8;
    private static final int MOST_WALKS = 2;
    private static final int WALK_TIMEOUTS = 20;

    /** One for each folder, whoever makes the steps. */
    private static final Map<Path, Semaphore> FREE = new ConcurrentHashMap<>();

    private static final Map<Path, Semaphore> FREE_WALKS = new ConcurrentHashMap<>();

    private final Path folder;
    private final ExecutorService threads;
    private final Duration timeout;

    /** Something done with files; it may be done in another thread. */
    @FunctionalInterface
    public interface Step<T> {
        T take() throws IOException, RuntimeFailure;
    }

    public FolderSteps(Path folder, ExecutorService threads, Duration timeout) {
        this.folder = folder;
        this.threads = threads;
        this.timeout = timeout;
    }

    /** @throws RuntimeFailure UNREACHABLE where the folder fails, TIMED_OUT where it hangs, else the step's own */
    public <T> T take(Step<T> step) throws RuntimeFailure {
        return take(step, FREE.computeIfAbsent(folder, path -> new Semaphore(MOST)), timeout);
    }

    /** The same for a step that walks through all files of a job: it may take twenty times as long. */
    public <T> T walk(Step<T> step) throws RuntimeFailure {
        return take(
                step,
                FREE_WALKS.computeIfAbsent(folder, path -> new Semaphore(MOST_WALKS)),
                timeout.multipliedBy(WALK_TIMEOUTS));
    }

    private <T> T take(Step<T> step, Semaphore free, Duration longest) throws RuntimeFailure {
        try {
            if (!free.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure(Reason.TIMED_OUT, "hangs: steps have not returned", null);
            }
            return begin(step, free).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure(Reason.TIMED_OUT, "hangs: no answer within " + longest, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Reason.TIMED_OUT, "was not waited for", e);
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        }
    }

    // A step that hangs keeps its place until it returns.
    private <T> Future<T> begin(Step<T> step, Semaphore free) {
        boolean begun = false;
        try {
            Future<T> future = threads.submit(() -> {
                try {
                    return step.take();
                } finally {
                    free.release();
                }
            });
            begun = true;
            return future;
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    private RuntimeFailure translated(Throwable cause) {
        if (cause instanceof RuntimeFailure known) {
            return known;
        }
        if (cause instanceof RuntimeException || cause instanceof Error) {
            return failure(Reason.GARBLED, "holds what makes no sense: " + cause, cause);
        }
        return failure(Reason.UNREACHABLE, "fails: " + cause, cause);
    }

    private RuntimeFailure failure(Reason reason, String why, Throwable cause) {
        return new RuntimeFailure(reason, "The folder " + folder + " " + why, cause);
    }
}
