package org.computility.connector.jobs.protocol.slurm;

import java.time.Instant;
import java.util.Set;
import org.computility.connector.jobs.JobState;

/**
 * A job as Slurm tells of it.
 *
 * @param states the state and what is said beside it, such as COMPLETING
 * @param exitStatus of the batch script, 128 and the signal's number where a signal ended it
 * @param startedAt null before the start
 * @param endedAt null where none is told; while the job runs it is the latest possible
 */
record SlurmJob(
        long id, String name, String user, Set<String> states, int exitStatus, Instant startedAt, Instant endedAt) {

    private static final Set<String> WAITING = Set.of(
            "PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_FED", "REQUEUE_HOLD", "RESV_DEL_HOLD", "SPECIAL_EXIT");
    private static final Set<String> AT_WORK = Set.of(
            "RUNNING",
            "COMPLETING",
            "SUSPENDED",
            "STOPPED",
            "SIGNALING",
            "STAGE_OUT",
            "RESIZING",
            "UPDATE_DB",
            "EXPEDITING",
            "POWER_UP_NODE");
    private static final Set<String> TAKEN_AWAY =
            Set.of("NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "REVOKED", "LAUNCH_FAILED", "RECONFIG_FAIL");

    /** @throws IllegalArgumentException where Slurm said what nobody knows */
    JobState state() {
        if (states.contains("COMPLETING") || states.contains("STAGE_OUT")) {
            return JobState.RUNNING;
        } else if (is(WAITING)) {
            return JobState.QUEUED;
        } else if (is(AT_WORK)) {
            return JobState.RUNNING;
        } else if (is(TAKEN_AWAY)) {
            return JobState.LOST;
        } else if (states.contains("CANCELLED")) {
            return JobState.CANCELLED;
        } else if (is(Set.of("FAILED", "TIMEOUT", "OUT_OF_MEMORY", "DEADLINE"))) {
            return JobState.FAILED;
        } else if (states.contains("COMPLETED")) {
            return JobState.COMPLETED;
        }
        throw new IllegalArgumentException("Not a job's state: " + states);
    }

    /** Whether it has not begun. */
    boolean waits() {
        return is(WAITING);
    }

    /** Whether it has for certain. */
    boolean hasEnded() {
        try {
            return state().isFinal();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether Slurm ended it for reasons of its own, which the script could not know. */
    boolean isSlurmsDoing() {
        return is(TAKEN_AWAY) || is(Set.of("CANCELLED", "TIMEOUT", "OUT_OF_MEMORY", "DEADLINE"));
    }

    /** Why, in words. */
    String reason() {
        if (states.contains("TIMEOUT")) {
            return "exceeded its wall time";
        } else if (states.contains("OUT_OF_MEMORY")) {
            return "exceeded its memory";
        } else if (states.contains("DEADLINE")) {
            return "could not end before its deadline";
        } else if (states.contains("CANCELLED")) {
            return "cancelled in the cluster";
        }
        return "the cluster took its node away: " + String.join(", ", states);
    }

    private boolean is(Set<String> any) {
        return states.stream().anyMatch(any::contains);
    }
}
