package org.computility.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * A job has ended; told in the transaction that makes it so.
 *
 * @param reason null where it succeeded
 */
public record JobEnded(
        UUID jobId, String name, UUID userId, UUID organisationId, JobStatus status, String reason, Instant endedAt) {}
