package org.computility.connector.jobs.protocol.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Ends;

/** Where a job stands, by what its folder says and by what Slurm says. The folder is asked last: it is written last. */
final class SlurmReports {

    private static final int SIGNALLED = 128;

    private final SlurmFolder folder;
    private final Duration lag;

    SlurmReports(SlurmFolder folder, Duration lag) {
        this.folder = folder;
        this.lag = lag;
    }

    /** What the folder alone tells; empty where Slurm has to be asked. */
    Optional<JobReport> certain() throws IOException {
        if (!folder.files().isAccepted()) {
            return Optional.of(report(JobState.LOST, "This runtime does not know the job", null));
        }
        Optional<JobReport> verdict = folder.verdict();
        if (verdict.isPresent()) {
            return verdict;
        }
        Optional<String> ended = folder.files().ended();
        return ended.isPresent() && !mayBeSlurmsDoing(ended.get()) ? Optional.of(end(ended.get())) : Optional.empty();
    }

    /** The script saw a signal and cannot know why. */
    private static boolean mayBeSlurmsDoing(String words) {
        String[] word = words.strip().split(" ");
        return word[0].equals("TERMINATED")
                || word[0].equals("SIGNALLED")
                || word[0].equals("EXITED") && Integer.parseInt(word[1]) > SIGNALLED;
    }

    private JobReport end(String words) throws IOException {
        return new Ends(folder.jobId(), folder.files()).report(words);
    }

    JobReport report(Optional<SlurmJob> seen) throws IOException {
        if (seen.isEmpty()) {
            return missing();
        }
        folder.seen();
        SlurmJob job = seen.get();
        JobState state = job.state();
        if (!state.isFinal()) {
            return report(state, null, startedAt(job));
        }
        if (job.isSlurmsDoing()) {
            String reason = state == JobState.CANCELLED && folder.files().isCancelled() ? "cancelled" : job.reason();
            return folder.judge(state, reason, startedAt(job), job.endedAt());
        }
        Optional<String> ended = folder.files().ended();
        return ended.isPresent() ? end(ended.get()) : withoutEnd(job);
    }

    /** The script ended and wrote no end, or its end has not come over the network yet. */
    private JobReport withoutEnd(SlurmJob job) throws IOException {
        if (folder.endlessFor().compareTo(lag) < 0) {
            return report(JobState.RUNNING, null, startedAt(job));
        }
        return job.exitStatus() == 0
                ? folder.judge(JobState.LOST, "it left no end", startedAt(job), job.endedAt())
                : folder.judge(
                        JobState.FAILED,
                        "its script " + Ends.reason(job.exitStatus()) + "; does the node see the shared folder?",
                        startedAt(job),
                        job.endedAt());
    }

    private JobReport missing() throws IOException {
        Optional<String> ended = folder.files().ended();
        if (ended.isPresent()) {
            return end(ended.get());
        }
        if (folder.files().isCancelled() && !folder.beganElseNeverWill()) {
            return folder.judge(
                    JobState.CANCELLED, "cancelled", null, folder.files().timeOf("cancel"));
        }
        if (folder.missedFor().compareTo(lag) < 0) {
            return report(folder.hasBegun() ? JobState.RUNNING : JobState.QUEUED, null, startedAt(null));
        }
        return folder.beganElseNeverWill()
                ? folder.judge(JobState.LOST, "the cluster does not know it any more", startedAt(null), null)
                : folder.judge(JobState.LOST, "the cluster does not know it", null, null);
    }

    /**
     * What can be said where the job's files cannot be read.
     *
     * @param named all jobs of that name that Slurm tells of
     * @param garbled whether they can never be read
     */
    JobReport unread(List<SlurmJob> named, boolean garbled) {
        boolean ended = !named.isEmpty() && named.stream().allMatch(SlurmJob::hasEnded);
        if (garbled && ended) {
            return report(JobState.LOST, "Its files make no sense, and it does not run", null);
        }
        boolean began = Files.exists(folder.files().path().resolve("started"));
        return report(began ? JobState.RUNNING : JobState.QUEUED, null, null);
    }

    private JobReport report(JobState state, String reason, Instant startedAt) {
        return new JobReport(folder.jobId(), state, null, reason, startedAt, null);
    }

    private Instant startedAt(SlurmJob job) throws IOException {
        if (folder.files().started().isPresent()) {
            return folder.files().timeOf("started");
        }
        boolean began = job != null && job.state() != JobState.QUEUED;
        return began ? job.startedAt() : null;
    }
}
