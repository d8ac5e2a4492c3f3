package org.computility.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Does several things at once. */
public final class Together {

    private static final Logger LOG = System.getLogger(Together.class.getName());

    private Together() {}

    /**
     * Does the work for each of these, with the threads that the helpers have free, and answers the results in their
     * order. The calling thread does what no helper has begun, so it never waits for a free thread: if all threads of a
     * pool waited here for another one, none would ever be free.
     */
    public static <T, R> List<R> each(Collection<T> all, Function<T, R> work, Executor helpers) {
        List<FutureTask<R>> tasks = tasks(all, work);
        help(tasks.subList(Math.min(1, tasks.size()), tasks.size()), helpers);
        // A task that a helper has begun is not run again.
        tasks.forEach(FutureTask::run);
        return tasks.stream().map(Together::result).toList();
    }

    /**
     * Does the same, but waits for the helpers no longer than that: what is slow goes on without the caller. Answers the works
     * in the order of these, done or not. Where no thread was free, the calling thread does the work, however long it takes.
     *
     * @throws IllegalStateException for a work that is done and failed
     */
    public static <T, R> List<Future<R>> within(
            Duration patience, Collection<T> all, Function<T, R> work, Executor helpers) {
        List<FutureTask<R>> tasks = tasks(all, work);
        help(tasks, helpers);
        Instant limit = Instant.now().plus(patience);
        tasks.forEach(task -> await(task, Duration.between(Instant.now(), limit)));
        tasks.forEach(FutureTask::run);
        tasks.stream().filter(Future::isDone).forEach(Together::result);
        return List.copyOf(tasks);
    }

    private static <T, R> List<FutureTask<R>> tasks(Collection<T> all, Function<T, R> work) {
        return all.stream().map(one -> new FutureTask<>(() -> work.apply(one))).toList();
    }

    private static <R> void help(List<FutureTask<R>> tasks, Executor helpers) {
        try {
            tasks.forEach(helpers::execute);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "No thread is free to help: {0}", e.getMessage());
        }
    }

    private static void await(FutureTask<?> task, Duration longest) {
        try {
            task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.TRACE, "Not done, or failed: {0}", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others worked.", e);
        }
    }

    /** What came of it; waits where it is not done. An {@link IllegalStateException} where it failed. */
    public static <R> R result(Future<R> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others worked.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
