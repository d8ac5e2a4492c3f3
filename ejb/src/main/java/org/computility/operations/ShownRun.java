package org.computility.operations;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code job_run}, with its JSON as text. */
record ShownRun(
        Long id,
        String jobName,
        String parameters,
        String status,
        Double progressPercent,
        String progressFacts,
        String exitMessage,
        UUID organisationId,
        Integer attempt,
        String server,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Instant updatedAt) {

    RunView view() {
        return new RunView(
                id,
                jobName,
                Parameters.fromJson(parameters),
                RunStatus.valueOf(status),
                progressPercent,
                ProgressFacts.fromJson(progressFacts),
                exitMessage,
                organisationId,
                attempt,
                server,
                createdAt,
                startedAt,
                endedAt,
                updatedAt);
    }
}
