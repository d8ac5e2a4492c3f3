package org.computility.connector.jobs;

/** Where a job stands. */
public enum JobState {
    /** Accepted and not yet begun. */
    QUEUED,
    RUNNING,
    /** Ended by itself with exit status 0. */
    COMPLETED,
    /** Ended in another way: by its own failure or by a limit. */
    FAILED,
    /** Ended because somebody asked for it. */
    CANCELLED,
    /** The runtime cannot tell how it ended, or does not know the job. It does not run any more. */
    LOST;

    /** Whether the job has ended, however it did. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
