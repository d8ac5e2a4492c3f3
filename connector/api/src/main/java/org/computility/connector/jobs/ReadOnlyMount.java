package org.computility.connector.jobs;

/**
 * Something that a job may read.
 *
 * @param source absolute path of a folder or file where the runtime runs
 * @param name the job finds it at {@code /data/‹name›}
 */
public record ReadOnlyMount(String source, String name) {}
