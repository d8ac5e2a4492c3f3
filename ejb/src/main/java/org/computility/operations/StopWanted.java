package org.computility.operations;

/** Somebody asked for this attempt of a run to stop; the server that works on it is told at once when it is this one. */
public record StopWanted(long runId, int attempt) {}
