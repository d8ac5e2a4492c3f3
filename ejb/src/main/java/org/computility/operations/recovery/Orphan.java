package org.computility.operations.recovery;

import org.computility.operations.RunStatus;

/**
 * A run just taken over from a silent server.
 *
 * @param run its id
 * @param state the name of its {@link RunStatus}, which a native query cannot answer: STARTING when it is to go on here,
 *     STOPPED when it was to stop anyway
 * @param attempt the attempt to begin
 * @param deadServer who worked on it
 */
record Orphan(long run, String jobName, String state, int attempt, String deadServer) {

    RunStatus status() {
        return RunStatus.valueOf(state);
    }
}
