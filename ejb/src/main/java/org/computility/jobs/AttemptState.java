package org.computility.jobs;

import org.computility.connector.jobs.JobState;

/** Where an attempt stands, from this side of the runtime. */
public enum AttemptState {
    /** Its center is chosen; nobody has told the center. */
    PLACED,
    /** The center may know of it, or not: whoever goes on submits the same id again. */
    SUBMITTING,
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED,
    LOST,
    /** The center did not take it. */
    REFUSED;

    /** Whether it runs no more, and never will. */
    public boolean isFinal() {
        return ordinal() >= COMPLETED.ordinal();
    }

    /** What a runtime's word is here. */
    public static AttemptState of(JobState told) {
        return valueOf(told.name());
    }
}
