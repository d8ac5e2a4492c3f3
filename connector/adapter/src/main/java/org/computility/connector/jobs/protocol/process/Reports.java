package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;

/** What the files of a job's folder say of the job. */
final class Reports {

    private static final int SIGNALLED = 128;
    private static final int CPU_TIME = SIGNALLED + 24;
    private static final int FILE_SIZE = SIGNALLED + 25;

    private final String jobId;
    private final JobFolder folder;

    Reports(String jobId, JobFolder folder) {
        this.jobId = jobId;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException where a file makes no sense */
    JobReport report() throws IOException {
        if (!folder.isAccepted()) {
            return lost("This runtime does not know the job", null);
        }
        // This order: what is asked first happens last.
        Optional<String> ended = folder.ended();
        Optional<String> started = folder.started();
        if (started.isEmpty()) {
            return notStarted();
        }
        return ended.isPresent() ? ended(ended.get()) : begun(Supervisor.parse(started.get()));
    }

    private JobReport begun(Supervisor supervisor) throws IOException {
        if (supervisor.isAlive()) {
            return new JobReport(jobId, JobState.RUNNING, null, null, startedAt(), null);
        }
        Optional<String> ended = folder.ended();
        return ended.isPresent()
                ? ended(ended.get())
                : lost("The job's supervisor was killed, or the machine started again", startedAt());
    }

    /** A supervisor that still comes finds the wish to cancel before it runs anything. */
    private JobReport notStarted() throws IOException {
        return folder.isCancelled()
                ? new JobReport(jobId, JobState.CANCELLED, null, "cancelled", null, folder.timeOf("cancel"))
                : new JobReport(jobId, JobState.QUEUED, null, null, null, null);
    }

    private JobReport ended(String words) throws IOException {
        String[] word = words.strip().split(" ");
        return switch (word[0]) {
            case "EXITED" -> exited(Integer.parseInt(word[1]));
            case "CANCELLED" -> ended(JobState.CANCELLED, null, "cancelled");
            case "WALL_TIME" -> ended(JobState.FAILED, null, "exceeded its wall time");
            case "NO_SANDBOX" -> ended(JobState.FAILED, null, "the sandbox could not be made; the log says why");
            default -> throw new IllegalArgumentException("Not an end: " + words);
        };
    }

    private JobReport exited(int status) throws IOException {
        return status == 0 ? ended(JobState.COMPLETED, status, null) : ended(JobState.FAILED, status, reason(status));
    }

    private static String reason(int status) {
        return switch (status) {
            case CPU_TIME -> "exceeded its CPU time";
            case FILE_SIZE -> "exceeded its file size";
            default ->
                status > SIGNALLED ? "ended by signal " + (status - SIGNALLED) : "ended with exit status " + status;
        };
    }

    private JobReport ended(JobState state, Integer exitStatus, String reason) throws IOException {
        return new JobReport(jobId, state, exitStatus, reason, startedAt(), folder.timeOf("ended"));
    }

    private JobReport lost(String reason, Instant startedAt) {
        return new JobReport(jobId, JobState.LOST, null, reason, startedAt, null);
    }

    private Instant startedAt() throws IOException {
        return folder.timeOf("started");
    }
}
