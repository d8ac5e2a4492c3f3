package org.computility.connector.accelerator;

/**
 * What became of one task in a start or stop.
 *
 * @param message the runtime's reason when not accepted, else null
 */
public record TaskOutcome(String taskId, boolean accepted, String message) {}
