package org.computility.planning.runs;

import java.time.Instant;
import java.util.UUID;

/**
 * One run of one instance.
 *
 * @param round of an inspection, else null
 * @param endedAt null while it runs
 * @param outcome FINISHED, STOPPED, PREEMPTED, INTERRUPTED, LOST, REFUSED, ERROR or NO_ROOM; null while it runs
 */
public record InstanceRunView(
        long id,
        UUID instanceId,
        Integer round,
        UUID serviceId,
        String computeCode,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        String message) {}
