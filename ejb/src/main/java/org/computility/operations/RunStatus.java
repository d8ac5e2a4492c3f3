package org.computility.operations;

import java.util.Set;

/** Where a run stands; the names are those of Jakarta Batch, but for PENDING. */
public enum RunStatus {
    /** Wanted; no thread of the batch engine was free yet. The engine has no such state: it refuses. */
    PENDING,
    /** Wanted; the batch engine has not begun yet. */
    STARTING,
    STARTED,
    /** A stop was asked for; the job ends at its next safe place. */
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED,
    /** Given up by a person; never restarted. */
    ABANDONED;

    /** The states that may come next. A started run is STARTING again when it is adopted from a dead server. */
    public Set<RunStatus> followers() {
        return switch (this) {
            case PENDING -> Set.of(STARTING, STARTED, STOPPING, FAILED);
            case STARTING -> Set.of(PENDING, STARTED, STOPPING, FAILED);
            case STARTED -> Set.of(STARTING, STOPPING, STOPPED, FAILED, COMPLETED);
            case STOPPING -> Set.of(STOPPED, FAILED, COMPLETED);
            case STOPPED, FAILED -> Set.of(STARTING, ABANDONED);
            case COMPLETED, ABANDONED -> Set.of();
        };
    }

    /** True while some server is, or soon will be, working on the run. */
    public boolean isActive() {
        return this == PENDING || this == STARTING || this == STARTED || this == STOPPING;
    }

    public boolean mayBecome(RunStatus next) {
        return followers().contains(next);
    }
}
