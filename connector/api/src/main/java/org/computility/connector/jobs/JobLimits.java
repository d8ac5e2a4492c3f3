package org.computility.connector.jobs;

import java.time.Duration;

/**
 * What a job may use. All limits are binding; there is no job without them. What exceeds another one than its wall time is killed at once.
 *
 * @param cpuTime of each process of the job, in whole seconds
 * @param memoryBytes address space of each process of the job, at least 16 MiB
 * @param fileBytes the largest file that the job may write, its log included, at least 4 KiB; all of them together may take
 *     eight times as much and 16 MiB
 * @param wallTime from the job's start to its end, in whole seconds
 * @param grace how long its processes may go on after they were told to end (TERM), when it is cancelled or exceeds its wall time,
 *     before they are killed; whole seconds, at most an hour
 */
public record JobLimits(Duration cpuTime, long memoryBytes, long fileBytes, Duration wallTime, Duration grace) {

    /** Where nobody says otherwise. */
    public static final Duration USUAL_GRACE = Duration.ofSeconds(10);

    /** With the usual grace. */
    public JobLimits(Duration cpuTime, long memoryBytes, long fileBytes, Duration wallTime) {
        this(cpuTime, memoryBytes, fileBytes, wallTime, USUAL_GRACE);
    }
}
