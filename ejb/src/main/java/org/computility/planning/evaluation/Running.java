package org.computility.planning.evaluation;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.computility.planning.runs.RunCount;

/**
 * How instances ran.
 *
 * @param runs how many times
 * @param seconds all together
 * @param ends how many of the runs ended how; what still runs is not in it
 */
record Running(long runs, double seconds, Map<String, Long> ends) {

    Running {
        ends = new TreeMap<>(ends);
    }

    /** Null: the platform knows of no run. */
    static Running of(Collection<RunCount> counts) {
        if (counts.isEmpty()) {
            return null;
        }
        Map<String, Long> ends = new TreeMap<>();
        counts.stream()
                .filter(count -> count.outcome() != null)
                .forEach(count -> ends.merge(count.outcome(), count.runs(), Long::sum));
        return new Running(
                counts.stream().mapToLong(RunCount::runs).sum(),
                counts.stream().mapToDouble(RunCount::seconds).sum(),
                ends);
    }
}
