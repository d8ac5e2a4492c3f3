package org.computility.operations.execution;

import org.computility.operations.RunStatus;

/**
 * What the heartbeat hears of a run whose lease it prolongs.
 *
 * @param state the name of its {@link RunStatus}, which a native query cannot answer
 */
record Renewal(long runId, int attempt, String state) {

    /** A person wants the run to stop, or another server has taken it over while this one was silent. */
    boolean stops(LiveRun run) {
        return attempt != run.attempt() || state.equals(RunStatus.STOPPING.name());
    }
}
