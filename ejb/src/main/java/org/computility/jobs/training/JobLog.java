package org.computility.jobs.training;

/**
 * A log that can be read now.
 *
 * @param centerId null where nothing has run
 * @param runtimeId null where nothing has run
 * @param beginning its first bytes
 */
public record JobLog(String centerId, String runtimeId, LogUse use, byte[] beginning) {}
