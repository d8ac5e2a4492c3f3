package org.computility.planning.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.computility.connector.accelerator.TaskReport;
import org.computility.planning.state.InstanceState;

/**
 * What a node says about one task.
 *
 * @param startedAt by the node's clock, may be null
 * @param asked when the node was asked for the list that says so; null where an event says so, which may be older
 */
record News(String computeCode, UUID id, String status, String message, Instant startedAt, Instant asked) {

    /** What an event says. */
    static News of(String computeCode, TaskReport report) {
        return listed(computeCode, report, null);
    }

    /** What the node's list says. */
    static News listed(String computeCode, TaskReport report, Instant asked) {
        return new News(
                computeCode,
                UUID.fromString(report.taskId()),
                report.status(),
                report.message(),
                stored(report.startedAt()),
                asked);
    }

    /** As exact as the database keeps it: a run's start must equal itself when it has been stored in between. */
    private static Instant stored(Instant startedAt) {
        return startedAt == null ? null : startedAt.truncatedTo(ChronoUnit.MICROS);
    }

    boolean running() {
        return "RUNNING".equals(status);
    }

    boolean alive() {
        return running() || "PENDING".equals(status);
    }

    /** The state that the platform gives to a task that is alive: it runs once frames come. */
    InstanceState state() {
        return running() ? InstanceState.RUNNING : InstanceState.STARTING;
    }

    /** The node ended it because it was told to, unloaded its service or shuts down. */
    boolean brokenOff() {
        return "STOPPED".equals(status);
    }

    boolean finished() {
        return "FINISHED".equals(status);
    }
}
