package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Ends;
import org.computility.connector.jobs.protocol.files.JobFolder;

/** What the files of a job's folder say of the job. */
final class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class.getName());

    /** Nothing begins so late. */
    private static final Duration MOST_WAIT = Duration.ofMinutes(10);

    private final String jobId;
    private final JobFolder folder;

    Reports(String jobId, JobFolder folder) {
        this.jobId = jobId;
        this.folder = folder;
    }

    /** Of a job whose files make no sense only so much as is certain. */
    JobReport report() throws IOException {
        try {
            return read();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException e) {
            LOG.warning(() -> "A file of job " + jobId + " makes no sense: " + e);
            return Supervisor.isIn(folder.path().toRealPath())
                    ? unread()
                    : lost("Its files make no sense, and it does not run", null);
        }
    }

    /** What can be said where the files cannot be read at the moment. */
    JobReport unread() {
        boolean began = Files.exists(folder.path().resolve("started"));
        return new JobReport(jobId, began ? JobState.RUNNING : JobState.QUEUED, null, null, null, null);
    }

    private JobReport read() throws IOException {
        if (!folder.isAccepted()) {
            return lost("This runtime does not know the job", null);
        }
        // This order: what is asked first happens last.
        Optional<String> ended = folder.ended();
        Optional<String> started = folder.started();
        if (started.isEmpty()) {
            return notStarted();
        }
        if (started.get().equals(Supervisor.NOBODY)) {
            return lost("No supervisor began with it", null);
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

    /** A supervisor that still comes finds the wish to cancel before it runs anything, or that another was first. */
    private JobReport notStarted() throws IOException {
        if (folder.isCancelled()) {
            return new JobReport(jobId, JobState.CANCELLED, null, "cancelled", null, folder.timeOf("cancel"));
        }
        if (folder.timeOf("job").isBefore(Instant.now().minus(MOST_WAIT))) {
            folder.writeOnce("started", Supervisor.NOBODY);
            return read();
        }
        return new JobReport(jobId, JobState.QUEUED, null, null, null, null);
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
