package org.computility.connector.jobs;

import java.time.Instant;

/**
 * A job as its runtime sees it.
 *
 * @param exitStatus of the job's program, 128 and the signal's number where a signal ended it; null while there is none
 * @param reason why it is FAILED, CANCELLED or LOST, and what it waits for while it is QUEUED where the runtime tells; else null
 * @param startedAt null before it began
 * @param endedAt null before it ended, and where the end is not known
 */
public record JobReport(
        String jobId, JobState state, Integer exitStatus, String reason, Instant startedAt, Instant endedAt) {}
