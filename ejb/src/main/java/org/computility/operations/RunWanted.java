package org.computility.operations;

/** This server has committed itself to begin an attempt of a run. */
public record RunWanted(long runId, int attempt) {}
