package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.JobFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a job by its folder and by Slurm. */
class SlurmReportsTest {

    @TempDir
    private Path folder;

    private SlurmReports reports;

    @BeforeEach
    void accept() throws Exception {
        Files.createFile(folder.resolve("job"));
        reports = new SlurmReports(new SlurmFolder("a", new JobFolder(folder)), Duration.ofSeconds(1));
    }

    @Test
    void aJobThatSlurmEndedAndThatLeftNoEndIsLostAfterAWhile() throws Exception {
        Optional<SlurmJob> ended = Optional.of(job("COMPLETED"));
        assertThat(reports.report(ended).state()).isEqualTo(JobState.RUNNING);
        await().atMost(Duration.ofSeconds(10)).until(() -> reports.report(ended).state() == JobState.LOST);
    }

    @Test
    void aLostJobEndsWhereItStillRuns() throws Exception {
        assertThat(reports.report(Optional.of(job("NODE_FAIL"))).state()).isEqualTo(JobState.LOST);
        assertThat(folder.resolve("cancel")).exists();
        assertThat(reports.certain().orElseThrow().state()).isEqualTo(JobState.LOST);
    }

    @Test
    void aFolderThatMakesNoSenseLosesOnlyAJobThatEnded() {
        assertThat(reports.unread(List.of(job("COMPLETED")), true).state()).isEqualTo(JobState.LOST);
        assertThat(reports.unread(List.of(job("COMPLETED")), false).state()).isEqualTo(JobState.QUEUED);
        assertThat(reports.unread(List.of(job("DANCING")), true).state()).isEqualTo(JobState.QUEUED);
        assertThat(reports.unread(List.of(), true).state()).isEqualTo(JobState.QUEUED);
    }

    private static SlurmJob job(String state) {
        return new SlurmJob(1, "a", "root", Set.of(state), 0, Instant.EPOCH, Instant.EPOCH);
    }
}
