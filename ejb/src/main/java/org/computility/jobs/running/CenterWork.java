package org.computility.jobs.running;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work of one kind at many centers at once, at each center by few at a time: a center that hangs delays no other. */
final class CenterWork {

    private static final Logger LOG = Logger.getLogger(CenterWork.class.getName());

    private final String name;
    private final Consumer<String> work;
    private final int atOnce;
    private final Executor executor;
    private final Set<Turn> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param name for the log, as a subject
     * @param work what is done at a center
     * @param atOnce so many may do it at one center at a time
     */
    CenterWork(String name, Consumer<String> work, int atOnce, Executor executor) {
        this.name = name;
        this.work = work;
        this.atOnce = atOnce;
        this.executor = executor;
    }

    /** Begins at those centers where less of it is under way than may be; returns at once. */
    void begin(Collection<String> centerIds) {
        for (String centerId : centerIds) {
            for (int number = 0; number < atOnce; number++) {
                Turn turn = new Turn(centerId, number);
                if (busy.add(turn)) {
                    begin(turn);
                }
            }
        }
    }

    private void begin(Turn turn) {
        try {
            executor.execute(() -> run(turn));
        } catch (RejectedExecutionException e) {
            busy.remove(turn);
            LOG.log(Level.WARNING, e, () -> name + " at center " + turn.centerId() + " found no thread; again later.");
        }
    }

    private void run(Turn turn) {
        try {
            work.accept(turn.centerId());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> name + " at center " + turn.centerId() + " failed; again later.");
        } finally {
            busy.remove(turn);
        }
    }

    /** One of those who may work at a center at a time. */
    private record Turn(String centerId, int number) {}
}
