package org.computility.serving.scaling;

import java.time.Instant;
import java.util.UUID;
import org.computility.serving.scaling.choice.Action;
import org.computility.serving.scaling.choice.Reason;

/**
 * What a rule decided.
 *
 * @param action null: it did nothing, and {@code reason} says why
 * @param replicasBefore of the service
 * @param replicasAfter of the service
 * @param seen what it was based on
 * @param outcome NONE, STARTED, DONE or FAILED
 * @param message why it failed; else null
 */
public record ScalingDecisionView(
        long id,
        Instant decidedAt,
        Reason reason,
        Action action,
        UUID serviceId,
        String computeCode,
        Integer replicasBefore,
        Integer replicasAfter,
        Seen seen,
        String outcome,
        String message,
        Instant endedAt) {

    /** The figures of all services of the capability together. */
    public record Seen(int replicas, int streams, int taken, int waiting) {}
}
