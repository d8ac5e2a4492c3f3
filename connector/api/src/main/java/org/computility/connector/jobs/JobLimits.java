package org.computility.connector.jobs;

import java.time.Duration;

/**
 * What a job may use. All limits are binding; there is no job without them.
 *
 * @param cpuTime of each process of the job, in whole seconds
 * @param memoryBytes address space of each process of the job, at least 16 MiB
 * @param fileBytes the largest file that the job may write, its log included, at least 4 KiB; all of them together may take
 *     eight times as much and 16 MiB
 * @param wallTime from the job's start to its end, in whole seconds
 */
public record JobLimits(Duration cpuTime, long memoryBytes, long fileBytes, Duration wallTime) {}
