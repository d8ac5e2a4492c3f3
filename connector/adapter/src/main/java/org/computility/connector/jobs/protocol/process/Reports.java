package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Ends;
import org.computility.connector.jobs.protocol.files.JobFolder;

/** What the files of a job's folder say of the job. */
final class Reports {

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
        return new Ends(jobId, folder).report(words);
    }

    private JobReport lost(String reason, Instant startedAt) {
        return new JobReport(jobId, JobState.LOST, null, reason, startedAt, null);
    }

    private Instant startedAt() throws IOException {
        return folder.timeOf("started");
    }
}
