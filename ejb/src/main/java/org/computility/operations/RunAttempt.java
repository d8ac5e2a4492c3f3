package org.computility.operations;

/** One attempt at a run by one server: what a job's thread must still be to write its row. */
record RunAttempt(long runId, int number, String server) {}
