package org.computility.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * A task as it stands.
 *
 * @param number from 0
 * @param attempt the newest; 0: none yet
 * @param endpoint where the platform reaches its service, host and port; null where it does not
 * @param serving whether the service answered when it was last asked
 * @param centerId of the newest attempt; null while it waits for a center
 */
public record TaskFacts(
        UUID taskId,
        UUID jobId,
        int number,
        JobStatus status,
        int attempt,
        String centerId,
        String centerName,
        Integer exitStatus,
        String reason,
        String endpoint,
        boolean serving,
        Instant startedAt,
        Instant endedAt) {

    /** Whether its center has, or had, something of it. */
    public boolean hasBegun() {
        return centerId != null && (startedAt != null || status == JobStatus.RUNNING);
    }

    /** The id of its newest attempt in the runtime; null where there is none. */
    public String runtimeId() {
        return attempt == 0 ? null : taskId + "-" + attempt;
    }
}
