package org.computility.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * An attempt as it stands.
 *
 * @param runtimeId its id in the runtime
 * @param toEnd whether it shall end, and may not have yet
 * @param placement why its center was chosen
 * @param silentSince since when its center does not answer; null while it does
 * @param claimedUntil until when nobody else works on it
 */
public record AttemptFacts(
        String runtimeId,
        UUID taskId,
        UUID jobId,
        int number,
        String centerId,
        AttemptState state,
        boolean toEnd,
        Integer exitStatus,
        String reason,
        ChosenPlace placement,
        Instant placedAt,
        Instant submittedAt,
        Instant startedAt,
        Instant endedAt,
        Instant silentSince,
        Instant claimedUntil) {}
