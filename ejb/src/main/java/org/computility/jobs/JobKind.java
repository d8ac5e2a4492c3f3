package org.computility.jobs;

/** What a job is for. */
public enum JobKind {
    /** Ends by itself (T/AI 123.8 A.8 to A.14). */
    TRAINING,
    /** Serves until it is stopped (A.15). */
    ONLINE
}
