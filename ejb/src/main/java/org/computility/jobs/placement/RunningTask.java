package org.computility.jobs.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A task that holds room at a center.
 *
 * @param holds what it was given of its node
 * @param node null where it is not known
 * @param counted whether the center's nodes were asked after it had begun, so that their free room lacks what it holds
 * @param startedAt when it began, or was handed over
 * @param stopping it has been told to end: its room is as good as free, and nobody names it for reclaim again
 */
public record RunningTask(
        String taskId,
        String jobId,
        UUID organisationId,
        Amount holds,
        String centerId,
        String node,
        boolean counted,
        Instant startedAt,
        Duration wallLimit,
        boolean stopping) {

    /** When its room is free at the latest; now where it should have ended already. */
    public Instant endsBy(Instant now) {
        Instant end = startedAt.plus(wallLimit);
        return stopping || end.isBefore(now) ? now : end;
    }

    public RunningTask on(String itsNode) {
        return new RunningTask(
                taskId, jobId, organisationId, holds, centerId, itsNode, counted, startedAt, wallLimit, stopping);
    }

    public RunningTask toldToEnd() {
        return new RunningTask(
                taskId, jobId, organisationId, holds, centerId, node, counted, startedAt, wallLimit, true);
    }
}
