package org.computility.planning.inspection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Instances that run together.
 *
 * @param round from 1
 * @param lastNumber the number of the last of them: where the next group begins
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
}
