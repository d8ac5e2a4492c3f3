package org.computility.planning.inspection;

/** An inspective plan and the batch run that works on it. */
public record PlanRun(long planId, long runId) {}
