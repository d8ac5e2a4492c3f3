package org.computility.system;

import java.time.Instant;
import java.util.List;
import org.computility.system.FakeNode.TaskRun;

/** Runs of tasks that overlap. */
public final class Overlap {

    private Overlap() {}

    /** How many of these ran at once, when most did. */
    public static long most(List<TaskRun> runs) {
        return runs.stream()
                .mapToLong(run -> {
                    Instant begun = run.startedAt();
                    return runs.stream()
                            .filter(other -> !other.startedAt().isAfter(begun)
                                    && (other.endedAt() == null
                                            || other.endedAt().isAfter(begun)))
                            .count();
                })
                .max()
                .orElse(0);
    }
}
