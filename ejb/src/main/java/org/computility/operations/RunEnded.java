package org.computility.operations;

/** A run has ended (STOPPED, FAILED or COMPLETED) and its row says so. Fired once for each end. */
public record RunEnded(long runId, String jobName, RunStatus status) {}
