package org.computility.operations;

/**
 * A run just taken over from a silent server.
 *
 * @param run its id
 * @param status STARTING when it is to go on here, STOPPED when it was to stop anyway
 * @param attempt the attempt to begin
 * @param deadAttempt the attempt that died
 * @param engine which engine had it, or null when it never reached one
 * @param executionId the dead execution in that engine, or 0
 */
record Orphan(
        long run,
        String jobName,
        RunStatus status,
        int attempt,
        int deadAttempt,
        String deadServer,
        String engine,
        long executionId) {}
