package org.computility.jobs;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param pollInterval {@code COMPUTILITY_JOB_POLL}, default 2 s: how often a center is asked for a job's state
 * @param moveAfter {@code COMPUTILITY_JOB_MOVE_AFTER}, default 5 min: how long a center may be silent before its jobs may
 *     begin anew elsewhere
 * @param mostLosses {@code COMPUTILITY_JOB_LOSSES}, default 5: how often centers may lose a task before it counts as UNKNOWN
 * @param logLinkValidity {@code COMPUTILITY_JOB_LOG_LINK}, default 15 min: how long a link to a log is good
 * @param grace {@code COMPUTILITY_JOB_GRACE}, default 10 s: how long a job may go on after it was told to end, in whole seconds and at
 *     most an hour
 * @param fileBytes {@code COMPUTILITY_JOB_FILE_LIMIT}, default 16 GiB: the largest file that a job may write
 */
public record JobsConfig(
        Duration pollInterval,
        Duration moveAfter,
        long mostLosses,
        Duration logLinkValidity,
        Duration grace,
        long fileBytes) {

    public JobsConfig {
        if (grace.getNano() != 0 || grace.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_JOB_GRACE is whole seconds, at most an hour, not " + grace + ".");
        }
    }

    /** The settings of this server. */
    public static JobsConfig current() {
        return from(Settings.ofServer());
    }

    static JobsConfig from(Settings settings) {
        return new JobsConfig(
                settings.duration("computility.job.poll", Duration.ofSeconds(2)),
                settings.duration("computility.job.move.after", Duration.ofMinutes(5)),
                settings.count("computility.job.losses", 5),
                settings.duration("computility.job.log.link", Duration.ofMinutes(15)),
                settings.duration("computility.job.grace", Duration.ofSeconds(10)),
                settings.count("computility.job.file.limit", 16L << 30));
    }
}
