package org.computility.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * How long an attempt of a task has run so far. Told again and again while it runs and once when it has ended, in the
 * transaction that writes the same down: an observer that writes in that transaction learns each state exactly once. It is
 * cumulative: whoever charges keeps, per task and attempt, until when it has charged, and charges what lies behind that; an
 * event that was missed, or comes twice, then changes nothing.
 *
 * @param attempt from 1; another attempt of the same task is another time to charge
 * @param nodes how many nodes the attempt has
 * @param from when it began; the same in all events of an attempt
 * @param to until when it is known to have run; never before {@code from}, and never before what was told earlier
 * @param last nothing more comes of this attempt
 */
public record TaskRan(
        UUID taskId,
        UUID jobId,
        int attempt,
        String centerId,
        String specId,
        int nodes,
        UUID userId,
        UUID organisationId,
        Instant from,
        Instant to,
        boolean last) {}
