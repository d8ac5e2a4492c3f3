package org.computility.operations;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One batch run. Its id stays the same over adoptions and restarts; {@code attempt} counts them.
 *
 * @param parameters as given at the start
 * @param progressPercent 0 to 100
 * @param progressFacts what the job said last of its progress, in numbers with names of its own: {@code round 2},
 *     {@code instances 5}; empty while it has said nothing
 * @param exitMessage the job's exit status, or why it could not start or has to wait; null while it runs
 * @param organisationId whose run it is, or null for the platform's own
 * @param attempt from 1
 * @param server which server works on it, or worked on it last
 */
public record RunView(
        long id,
        String jobName,
        Map<String, String> parameters,
        RunStatus status,
        double progressPercent,
        Map<String, Long> progressFacts,
        String exitMessage,
        UUID organisationId,
        int attempt,
        String server,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Instant updatedAt) {

    public RunView {
        parameters = Map.copyOf(parameters);
        progressFacts = Map.copyOf(progressFacts);
    }

    public boolean isStoppable() {
        return status.mayBecome(RunStatus.STOPPING);
    }

    public boolean isRestartable() {
        return status.mayBecome(RunStatus.STARTING) && !status.isActive();
    }
}
