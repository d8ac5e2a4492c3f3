package org.computility.operations;

import java.util.Map;

/**
 * A person restarts an ended run. Fired within the transaction that does it: the room the job belongs to may refuse by
 * throwing a {@code Conflict}, or make its own rows ready.
 */
public record RunRestarting(long runId, String jobName, Map<String, String> parameters) {}
