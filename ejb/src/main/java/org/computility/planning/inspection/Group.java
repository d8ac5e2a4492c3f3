package org.computility.planning.inspection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Instances that run together.
 *
 * @param round from 1
 * @param lastNumber up to this number the round has come: where the next group begins, after its postponed members
 * @param duration how long they run
 * @param interrupted whether the same group was begun before and not finished
 */
public record Group(
        long planId,
        long runId,
        int round,
        List<UUID> instances,
        long lastNumber,
        Duration duration,
        boolean interrupted) {

    public Group {
        instances = List.copyOf(instances);
    }

    /** Whose group it is. */
    public PlanRun run() {
        return new PlanRun(planId, runId);
    }
}
