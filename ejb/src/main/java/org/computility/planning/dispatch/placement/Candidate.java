package org.computility.planning.dispatch.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.computility.planning.documents.TaskDocument;

/** An instance that may start, and what its plan says about it. */
public record Candidate(
        UUID id,
        long number,
        long planId,
        UUID organisationId,
        String algoDefCode,
        String deviceId,
        UUID pinnedService,
        String taskInfo,
        short priority,
        String type,
        String mode,
        int roundCount,
        Instant groupStartedAt,
        Integer duration,
        boolean postponed,
        boolean licensed) {

    /** Who starts first, of those that start by themselves. */
    public static final Comparator<Candidate> ORDER =
            Comparator.comparingInt((Candidate one) -> -one.priority).thenComparingLong(Candidate::number);

    /** As a member of an inspection's group. */
    public Wish inRound(int round, Duration limit) {
        return wish(round, limit.toSeconds());
    }

    /** For a start apart from its group; an instance of an inspection gets the rest of its group's time. */
    public Wish at(Instant now) {
        if ("PERIODIC".equals(mode)) {
            return wish(null, null);
        }
        Instant end = groupStartedAt.plusSeconds(duration);
        return wish(roundCount + 1, Math.max(1, Duration.between(now, end).toSeconds()));
    }

    private Wish wish(Integer round, Long limitSeconds) {
        return new Wish(
                id,
                planId,
                organisationId,
                algoDefCode,
                deviceId,
                pinnedService,
                new TaskDocument(taskInfo),
                type,
                "INSPECTIVE".equals(mode),
                round,
                limitSeconds,
                licensed);
    }
}
