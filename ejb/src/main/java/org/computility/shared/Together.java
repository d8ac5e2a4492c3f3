package org.computility.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
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
        List<FutureTask<R>> tasks =
                all.stream().map(one -> new FutureTask<>(() -> work.apply(one))).toList();
        try {
            tasks.stream().skip(1).forEach(helpers::execute);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "No thread is free to help: {0}", e.getMessage());
        }
        // A task that a helper has begun is not run again.
        tasks.forEach(FutureTask::run);
        return tasks.stream().map(Together::result).toList();
    }

    private static <R> R result(FutureTask<R> task) {
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
