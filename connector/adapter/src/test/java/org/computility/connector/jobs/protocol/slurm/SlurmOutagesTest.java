package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;
import org.junit.jupiter.api.Test;

/** Nothing runs twice and nothing is lost, whatever part of a real cluster is away. */
class SlurmOutagesTest extends SlurmBench {

    SlurmOutagesTest() throws RuntimeFailure {}

    @Test
    void aSubmissionThatNobodyLearntOfIsAdopted() throws Exception {
        try (CutConnection cut = new CutConnection(cluster.rest(), "/job/submit", () -> kill(Daemon.SLURMRESTD))) {
            URI through = URI.create(cluster.location()
                    .toString()
                    .replace(cluster.rest().toString(), cut.address().toString()));
            SlurmRuntime unlucky = runtime(through, cluster.key());
            assertThatThrownBy(() -> unlucky.submit(script(id, "echo run; echo run >>runs")))
                    .satisfies(because(Reason.UNREACHABLE));
        }
        cluster.start(Daemon.SLURMRESTD);
        runtime.submit(script(id, "echo run; echo run >>runs"));
        runtime.submit(script(id, "echo other"));

        assertThat(awaitEnd().state()).isEqualTo(JobState.COMPLETED);
        assertThat(told("%i").lines()).hasSize(1);
        assertThat(printed()).isEqualTo("run\n");
    }

    @Test
    void twoJobsOfSlurmWithTheSameIdRunTheProgramOnce() throws Exception {
        runtime.submit(script(id, "echo run; sleep 2"));
        Path record = cluster.jobs().resolve(id).resolve("slurm");
        // As if a second server had not seen the first one's job in the queue.
        Files.delete(record);
        new SlurmApi(http, address())
                .submit(script(id, "echo run"), cluster.jobs().resolve(id));

        assertThat(awaitEnd().state()).isEqualTo(JobState.COMPLETED);
        until(() -> told("%T").lines().allMatch(state -> state.equals("COMPLETED")));
        assertThat(told("%i").lines()).hasSize(2);
        assertThat(printed()).isEqualTo("run\n");
    }

    @Test
    void aRestartedControllerKeepsTheJob() throws Exception {
        runtime.submit(script(id, "echo ready; until [ -e go ]; do sleep 0.05; done; echo done"));
        until(() -> printed().equals("ready\n"));
        cluster.kill(Daemon.SLURMCTLD);
        assertThatThrownBy(() -> runtime.state(id)).satisfies(because(Reason.UNREACHABLE));
        cluster.start(Daemon.SLURMCTLD);
        until(() -> runtime.state(id).state() == JobState.RUNNING);
        Files.createFile(cluster.jobs().resolve(id).resolve("work").resolve("go"));

        assertThat(awaitEnd().state()).isEqualTo(JobState.COMPLETED);
        assertThat(printed()).isEqualTo("ready\ndone\n");
    }

    @Test
    void aJobThatWasNeverSubmittedIsLostAfterAWhileAndForEver() throws Exception {
        runtime.submit(script(id, "echo run"));
        awaitEnd();
        String late = "job-" + UUID.randomUUID();
        Path there = cluster.jobs().resolve(late);
        Files.createDirectories(there.resolve("work"));
        for (String file : List.of("job", "supervisor.sh")) {
            Files.copy(cluster.jobs().resolve(id).resolve(file), there.resolve(file));
        }
        assertThat(runtime.state(late).state()).isEqualTo(JobState.QUEUED);
        until(() -> runtime.state(late).state() == JobState.LOST);

        runtime.submit(script(late, "echo run"));
        new SlurmApi(http, address()).submit(script(late, "echo run"), there);
        until(() -> told(late, "%T").equals("COMPLETED"));

        assertThat(runtime.log(late, 0, 100)).isEmpty();
        assertThat(runtime.state(late).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void aTokenWithAnotherKeyIsNotAccepted() throws Exception {
        SlurmRuntime stranger = runtime(cluster.location(), Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(stranger::capacity).satisfies(because(Reason.NOT_ACCEPTED));
    }

    private void kill(Daemon daemon) {
        try {
            cluster.kill(daemon);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
