package org.computility.jobs;

import java.util.EnumSet;
import java.util.Set;

/** Where a job, or a task of it, stands (T/AI 123.8 table 4). */
public enum JobStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    STOPPED,
    /** Its centers lost it too often, and nobody knows how far it came. */
    UNKNOWN;

    /** Whether it has ended for good. */
    public boolean isEnded() {
        return this != PENDING && this != RUNNING;
    }

    /** What may come next; a running job whose center failed waits again. */
    Set<JobStatus> followers() {
        return isEnded() ? Set.of() : EnumSet.complementOf(EnumSet.of(this));
    }

    /** Whether that may come next. */
    public boolean mayBecome(JobStatus next) {
        return followers().contains(next);
    }
}
