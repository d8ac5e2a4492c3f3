package org.computility.operations.execution;

/** One attempt at a run: what a job's thread must still be to write its row. */
record RunAttempt(long runId, int number) {}
