package org.computility.jobs.running;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work of one kind at many centers at once, at each center one after the other: a center that hangs delays no other. */
final class CenterWork {

    private static final Logger LOG = Logger.getLogger(CenterWork.class.getName());

    private final String name;
    private final Consumer<String> work;
    private final Executor executor;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param name for the log, as a subject
     * @param work what is done at a center
     */
    CenterWork(String name, Consumer<String> work, Executor executor) {
        this.name = name;
        this.work = work;
        this.executor = executor;
    }

    /** Begins at those centers where none of it is under way; returns at once. */
    void begin(Collection<String> centerIds) {
        for (String centerId : centerIds) {
            if (busy.add(centerId)) {
                begin(centerId);
            }
        }
    }

    private void begin(String centerId) {
        try {
            executor.execute(() -> run(centerId));
        } catch (RejectedExecutionException e) {
            busy.remove(centerId);
            LOG.log(Level.WARNING, e, () -> name + " at center " + centerId + " found no thread; again later.");
        }
    }

    private void run(String centerId) {
        try {
            work.accept(centerId);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> name + " at center " + centerId + " failed; again later.");
        } finally {
            busy.remove(centerId);
        }
    }
}
