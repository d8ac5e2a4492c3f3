package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;

/** What the words say that a supervisor writes at the end of its job. */
public final class Ends {

    private static final int SIGNALLED = 128;
    private static final int CPU_TIME = 24;
    private static final int FILE_SIZE = 25;

    private final String jobId;
    private final JobFolder folder;

    public Ends(String jobId, JobFolder folder) {
        this.jobId = jobId;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException where the words make no sense */
    public JobReport report(String words) throws IOException {
        String[] word = words.strip().split(" ");
        return switch (word[0]) {
            case "EXITED" -> exited(Integer.parseInt(word[1]));
            case "SIGNALLED" -> signalled(Integer.parseInt(word[1]));
            case "CANCELLED" -> ended(JobState.CANCELLED, null, "cancelled");
            case "TERMINATED" -> ended(JobState.LOST, null, "its machine ended it");
            case "WALL_TIME" -> ended(JobState.FAILED, null, "exceeded its wall time");
            case "DISK_SPACE" -> ended(JobState.FAILED, null, "exceeded its disk space");
            case "DISK_FULL" -> ended(JobState.FAILED, null, "its machine's disk is full");
            case "PROCESSES" -> ended(JobState.FAILED, null, "exceeded its number of processes");
            case "MEMORY" -> ended(JobState.FAILED, null, "exceeded its memory");
            case "NO_SANDBOX" -> ended(JobState.FAILED, null, "the sandbox could not be made; the log says why");
            default -> throw new IllegalArgumentException("Not an end: " + words);
        };
    }

    private JobReport exited(int status) throws IOException {
        return status == 0
                ? ended(JobState.COMPLETED, status, null)
                : ended(JobState.FAILED, status, exit(status) + likely(status));
    }

    private JobReport signalled(int signal) throws IOException {
        return ended(JobState.FAILED, SIGNALLED + signal, byLimit(signal).orElse("ended by signal " + signal));
    }

    /** Why a program failed of which only this status is known: many tell an exit status and a signal by the same number. */
    public static String reason(int status) {
        boolean unclear = status > SIGNALLED && likely(status).isEmpty();
        return exit(status) + (unclear ? ", which is also told of signal " + (status - SIGNALLED) : likely(status));
    }

    private static String exit(int status) {
        return "ended with exit status " + status;
    }

    // A shell ends so when its program has met the limit.
    private static String likely(int status) {
        return byLimit(status - SIGNALLED)
                .map(why -> ", as a shell does whose program " + why)
                .orElse("");
    }

    private static Optional<String> byLimit(int signal) {
        return switch (signal) {
            case CPU_TIME -> Optional.of("exceeded its CPU time");
            case FILE_SIZE -> Optional.of("exceeded its file size");
            default -> Optional.empty();
        };
    }

    private JobReport ended(JobState state, Integer exitStatus, String reason) throws IOException {
        Instant startedAt = folder.timeOf("started");
        return new JobReport(jobId, state, exitStatus, reason, startedAt, folder.timeOf("ended"));
    }
}
