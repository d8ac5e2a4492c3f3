package org.computility.operations.execution;

import org.computility.operations.RunStatus;

/** One attempt that this process works on; written by the job's thread, read by the heartbeat. */
final class LiveRun {

    /** How an attempt ended, as long as the database does not know it yet. */
    record End(RunStatus status, String message) {}

    private final long id;
    private final int attempt;
    private volatile long executionId;
    private volatile End end;

    LiveRun(long id, int attempt) {
        this.id = id;
        this.attempt = attempt;
    }

    long id() {
        return id;
    }

    int attempt() {
        return attempt;
    }

    /** The engine's number, or 0 while the engine has not given one. */
    long executionId() {
        return executionId;
    }

    void executing(long engineExecutionId) {
        executionId = engineExecutionId;
    }

    End end() {
        return end;
    }

    void ended(RunStatus status, String message) {
        end = new End(status, message);
    }
}
