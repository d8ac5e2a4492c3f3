package org.computility.connector.jobs.protocol.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.JobFolder;

/**
 * What the folder of a job knows beside the files of all: {@code attempted} (somebody began to submit it), {@code slurm}
 * (Slurm's id of the job that was submitted), {@code ran} (which job of Slurm began; 0: none, and none may any more), {@code
 * missed} (since when Slurm does not tell of the job), {@code endless} (since when Slurm says it ended and no end is here), {@code verdict} (what became of it, by Slurm's word).
 */
record SlurmFolder(String jobId, JobFolder files) {

    private static final String NOBODY = "0";

    /** The script looks once a second, and writes the end when all is gone. */
    private static final Duration SCRIPT = Duration.ofSeconds(5);

    /** Slurm's id of the job that began, else of the one that was submitted. */
    OptionalLong slurmId() throws IOException {
        Optional<String> id = files.read("ran");
        Optional<String> known = id.isPresent() ? id : files.read("slurm");
        return known.isPresent() && !known.get().strip().equals(NOBODY)
                ? OptionalLong.of(Long.parseLong(known.get().strip()))
                : OptionalLong.empty();
    }

    boolean isSubmitted() throws IOException {
        return files.read("slurm").isPresent() || files.read("ran").isPresent();
    }

    /** Whether nobody tried to submit it before: Slurm cannot know it then. */
    boolean isFirstAttempt() throws IOException {
        return files.createOnce("attempted");
    }

    void submitted(long slurmId) throws IOException {
        // Whoever does not find it looks for the job's name.
        files.noteOnce("slurm", Long.toString(slurmId));
    }

    /** Whether the job began; where it has not, it never will. */
    boolean beganElseNeverWill() throws IOException {
        files.writeOnce("ran", NOBODY);
        return !files.read("ran").orElse(NOBODY).strip().equals(NOBODY);
    }

    /** As {@link #beganElseNeverWill}, after the cluster said no. */
    boolean beganElseRefused() throws IOException {
        boolean began = beganElseNeverWill();
        if (!began) {
            judge(JobState.LOST, "the cluster refused it", null, null);
        }
        return began;
    }

    boolean hasBegun() throws IOException {
        return !files.read("ran").orElse(NOBODY).strip().equals(NOBODY);
    }

    /** For how long now; begins with the first time. */
    Duration missedFor() throws IOException {
        return since("missed");
    }

    /** As {@link #missedFor}, for the end of a job that ended. */
    Duration endlessFor() throws IOException {
        return since("endless");
    }

    private Duration since(String name) throws IOException {
        Instant now = Instant.now();
        files.noteOnce(name, Long.toString(now.getEpochSecond()));
        String since = files.read(name).orElse(Long.toString(now.getEpochSecond()));
        return Duration.between(Instant.ofEpochSecond(Long.parseLong(since.strip())), now);
    }

    /** Whether the script has still time to end what it was told to end. */
    boolean isInGrace(Duration lag) throws IOException {
        Optional<String> grace = files.read("grace");
        return grace.isPresent()
                && files.timeOf("cancel")
                        .plusSeconds(Long.parseLong(grace.get().strip()))
                        .plus(SCRIPT)
                        .plus(lag)
                        .isAfter(Instant.now());
    }

    void seen() throws IOException {
        Files.deleteIfExists(files.path().resolve("missed"));
    }

    /** The first verdict stays, whatever is said later. */
    JobReport judge(JobState state, String reason, Instant startedAt, Instant endedAt) throws IOException {
        if (state == JobState.LOST) {
            // Where a node was only cut off, its supervisor ends the program.
            files.writeOnce("cancel", "");
        }
        files.writeOnce("verdict", state + "\t" + reason + "\t" + second(startedAt) + "\t" + second(endedAt));
        return verdict().orElseThrow(() -> new IOException("A verdict that was written is not there"));
    }

    Optional<JobReport> verdict() throws IOException {
        return files.read("verdict").map(this::parse);
    }

    private JobReport parse(String verdict) {
        String[] part = verdict.split("\t");
        if (part.length != 4) {
            throw new IllegalArgumentException("Not a verdict: " + verdict);
        }
        return new JobReport(jobId, JobState.valueOf(part[0]), null, part[1], instant(part[2]), instant(part[3]));
    }

    private static String second(Instant time) {
        return time == null ? "-" : Long.toString(time.getEpochSecond());
    }

    private static Instant instant(String second) {
        return second.equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(second));
    }
}
