package org.computility.connector.jobs;

/**
 * A file that a job left.
 *
 * @param name path relative to the job's work folder, with {@code /} between its parts
 */
public record ResultFile(String name, long bytes) {}
