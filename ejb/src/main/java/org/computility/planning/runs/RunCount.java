package org.computility.planning.runs;

import java.util.UUID;

/**
 * Runs of one instance in one place that ended in one way.
 *
 * @param serviceId null: it had no place
 * @param computeCode null: it had no place
 * @param outcome null while they run
 * @param seconds how long they ran, all together
 */
public record RunCount(
        UUID instanceId, UUID serviceId, String computeCode, String outcome, long runs, double seconds) {}
