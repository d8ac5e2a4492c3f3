package org.computility.compute.events;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.computility.compute.events.DueNodes.Due;

/** Hands due nodes to a few threads, in sets of many or few, and gives the nodes back when they are compared. */
final class ComparisonWorkers {

    private static final Logger LOG = Logger.getLogger(ComparisonWorkers.class.getName());

    /** A node answers within milliseconds, so a few threads are enough for tens of thousands of nodes. */
    static final int MOST = 16;

    /** So many nodes share a set of statements. */
    static final int TOGETHER = 50;

    private final Executor executor;
    private final DueNodes due;
    private final Function<List<Due>, Set<String>> comparison;
    private final Clock clock;
    private final AtomicInteger working = new AtomicInteger();

    /** @param comparison compares nodes and answers the codes of the nodes that are finished */
    ComparisonWorkers(Executor executor, DueNodes due, Function<List<Due>, Set<String>> comparison, Clock clock) {
        this.executor = executor;
        this.due = due;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** Begins to compare the nodes that are due now. A node that finds no free thread waits for the next call. */
    void handOut() {
        int free = MOST - working.get();
        if (free <= 0) {
            return;
        }
        List<Due> some = due.take(clock.instant(), free * TOGETHER);
        // When few nodes are due, each has a thread of its own, so that a slow node delays no other.
        int each = Math.max(1, (some.size() + free - 1) / free);
        IntStream.iterate(0, from -> from < some.size(), from -> from + each)
                .mapToObj(from -> some.subList(from, Math.min(some.size(), from + each)))
                .forEach(this::begin);
    }

    private void begin(List<Due> some) {
        working.incrementAndGet();
        try {
            executor.execute(() -> compare(some));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, e, () -> some.size() + " nodes found no thread to be compared by; again later.");
            end(some, Set.of());
        }
    }

    private void compare(List<Due> some) {
        Set<String> done = Set.of();
        try {
            done = comparison.apply(some);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> some.size() + " nodes could not be compared; again later.");
        } finally {
            end(some, done);
        }
    }

    private void end(List<Due> some, Set<String> done) {
        working.decrementAndGet();
        some.forEach(node -> due.compared(node, done.contains(node.code()), clock.instant()));
    }
}
