package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.protocol.files.FolderSteps;
import org.junit.jupiter.api.Test;

/** The life of a job in a real cluster. */
class SlurmRuntimeTest extends SlurmBench {

    SlurmRuntimeTest() throws RuntimeFailure {}

    @Test
    void aJobThatSucceedsLeavesItsLogAndItsResults() throws Exception {
        JobReport report = run("echo hello; mkdir deep; echo found >deep/result.txt; pwd; hostname");

        assertThat(report.state()).isEqualTo(JobState.COMPLETED);
        assertThat(report.exitStatus()).isZero();
        assertThat(report.startedAt()).isNotNull().isBeforeOrEqualTo(report.endedAt());
        assertThat(printed()).startsWith("hello\n/task\n");
        assertThat(runtime.results(id)).containsExactly(new ResultFile("deep/result.txt", 6));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        runtime.result(id, "deep/result.txt", 100, result);
        assertThat(result).hasToString("found\n");
        assertThatThrownBy(() -> runtime.result(id, "../job", 100, result)).hasMessageContaining("no ordinary file");

        runtime.forget(id);
        assertThat(runtime.state(id).state()).isEqualTo(JobState.LOST);
        assertThat(cluster.jobs().resolve(id)).doesNotExist();
    }

    @Test
    void aJobThatFailsTellsItsExitStatus() throws Exception {
        JobReport report = run("echo bad >&2; exit 7");

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.exitStatus()).isEqualTo(7);
        assertThat(report.reason()).isEqualTo("ended with exit status 7");
        assertThat(printed()).isEqualTo("bad\n");
        until(() -> told("%T").contains("FAILED"));
    }

    @Test
    void aJobSeesNeitherOtherJobsNorThePlatformNorTheCluster() throws Exception {
        String other = cluster.jobs() + "/" + id;
        run("for file in " + other + " " + cluster.jobs() + " " + cluster.jobs().resolveSibling("jwt.key")
                + " /etc/passwd /root /home /task/../job; do [ -e $file ] && echo seen $file; done;"
                + " grep -c : /proc/net/dev; env | sort");

        assertThat(printed()).startsWith("1\nHOME=/task\nPATH=").doesNotContain("SLURM", "seen");
    }

    @Test
    void aJobEndsAtTheSecondOfItsWallTime() throws Exception {
        Duration two = Duration.ofSeconds(2);
        runtime.submit(script(id, "sleep 1000", new JobLimits(MINUTE, 512L << 20, 1L << 20, two)));
        JobReport report = awaitEnd();

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its wall time");
        assertThat(Duration.between(report.startedAt(), report.endedAt())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aRunningJobIsCancelled() throws Exception {
        runtime.submit(script(id, "trap '' TERM; echo ready; sleep 1000"));
        until(() -> printed().equals("ready\n"));
        runtime.cancel(id);
        runtime.cancel(id);
        JobReport report = awaitEnd();

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(report.reason()).isEqualTo("cancelled");
        assertThat(runtime.states(List.of(id))).containsExactly(report);
    }

    @Test
    void aCancelledJobMaySaveWhatItHas() throws Exception {
        String saving = "trap 'sleep 1; echo saved >kept; exit 0' TERM; echo ready; while :; do sleep 0.1; done";
        JobLimits patient = new JobLimits(MINUTE, 512L << 20, 8L << 20, MINUTE, MINUTE);
        runtime.submit(script(id, saving, patient));
        until(() -> printed().equals("ready\n"));
        runtime.cancel(id);
        runtime.cancel(id);
        JobReport report = awaitEnd();

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(runtime.results(id)).containsExactly(new ResultFile("kept", 6));
    }

    @Test
    void aFolderThatHangsKeepsNobodyWaiting() throws Exception {
        run("echo run");
        CountDownLatch mended = new CountDownLatch(1);
        FolderSteps hanging = new FolderSteps(cluster.jobs(), http.executor(), Duration.ofMillis(1));
        SlurmRuntime there = new SlurmRuntime(address(), new SlurmApi(http, address()), hanging);
        try {
            for (int step = 0; step < 8; step++) {
                assertThatThrownBy(() -> hanging.take(() -> isMended(mended))).hasMessageContaining("hangs");
            }
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> there.submit(script(id, "echo again")),
                    () -> there.state(id),
                    () -> there.states(List.of(id)),
                    () -> there.cancel(id),
                    () -> there.log(id, 0, 1),
                    () -> there.results(id),
                    () -> there.result(id, "kept", 1, OutputStream.nullOutputStream()),
                    () -> there.forget(id),
                    there::capacity)) {
                assertThatThrownBy(call).satisfies(because(Reason.TIMED_OUT));
            }
        } finally {
            mended.countDown();
        }
        assertThat(runtime.state(id).state()).isEqualTo(JobState.COMPLETED);
    }

    private static Boolean isMended(CountDownLatch mended) throws IOException {
        try {
            return mended.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aWaitingJobIsCancelledAndNeverRuns() throws Exception {
        String all = "job-" + UUID.randomUUID();
        runtime.submit(script(all, "sleep 1000", LIMITS, new JobResources(1, 8, 64L << 20, null)));
        until(() -> runtime.state(all).state() == JobState.RUNNING);
        runtime.submit(script(id, "echo run"));
        assertThat(runtime.states(List.of(all, id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.RUNNING, JobState.QUEUED);
        runtime.cancel(id);
        assertThat(awaitEnd().state()).isEqualTo(JobState.CANCELLED);
        runtime.cancel(all);
        until(() -> runtime.state(all).state().isFinal());

        assertThat(printed()).isEmpty();
    }

    @Test
    void aCancelAsksForTheOneJobAlone() throws Exception {
        runtime.submit(script(id, "sleep 60"));
        try (CutConnection seen = new CutConnection(cluster.rest(), "/nothing", () -> {})) {
            URI through = URI.create(cluster.location()
                    .toString()
                    .replace(cluster.rest().toString(), seen.address().toString()));
            runtime(through, cluster.key()).cancel(id);

            assertThat(seen.paths())
                    .filteredOn(path -> path.startsWith("job"))
                    .isNotEmpty()
                    .doesNotContain("jobs");
        }
        assertThat(awaitEnd().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void manyCancelsAskForTheQueueOnce() throws Exception {
        String all = "job-" + UUID.randomUUID();
        String ended = "job-" + UUID.randomUUID();
        List<String> waiting = List.of(id, "job-" + UUID.randomUUID(), "job-" + UUID.randomUUID());
        runtime.submit(script(ended, "true"));
        until(() -> runtime.state(ended).state().isFinal());
        runtime.submit(script(all, "sleep 1000", LIMITS, new JobResources(1, 8, 64L << 20, null)));
        until(() -> runtime.state(all).state() == JobState.RUNNING);
        for (String each : waiting) {
            runtime.submit(script(each, "echo run"));
        }
        List<String> ids = new ArrayList<>(waiting);
        ids.addAll(List.of(all, ended, "job-unknown"));
        try (CutConnection seen = new CutConnection(cluster.rest(), "/nothing", () -> {})) {
            URI through = URI.create(cluster.location()
                    .toString()
                    .replace(cluster.rest().toString(), seen.address().toString()));
            runtime(through, cluster.key()).cancel(ids);

            assertThat(seen.paths())
                    .filteredOn(path -> path.startsWith("job"))
                    .as("the queue, and the end of each that waits")
                    .hasSize(4)
                    .containsOnlyOnce("jobs");
        }
        until(() ->
                runtime.states(ids).stream().allMatch(report -> report.state().isFinal()));
        assertThat(runtime.states(ids))
                .extracting(JobReport::state)
                .containsExactly(
                        JobState.CANCELLED,
                        JobState.CANCELLED,
                        JobState.CANCELLED,
                        JobState.CANCELLED,
                        JobState.COMPLETED,
                        JobState.LOST);
        assertThat(printed()).isEmpty();
    }

    @Test
    void aJobCancelledByTheClustersOwnToolsIsCancelled() throws Exception {
        runtime.submit(script(id, "echo ready; sleep 1000"));
        until(() -> printed().equals("ready\n"));
        cluster.tell("scancel", "--name=" + id);
        JobReport report = awaitEnd();

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(report.reason()).isEqualTo("cancelled in the cluster");
    }

    @Test
    void capacityGoesDownWhileAJobRuns() throws Exception {
        until(() -> node().freeCores() == 8);
        assertThat(node().memoryBytes()).isEqualTo(4000L << 20);
        URI byDefault = URI.create(cluster.location().toString().replace("&partition=train", ""));
        assertThat(new SlurmApi(http, address(byDefault)).partition()).isEqualTo("train");
        runtime.submit(script(id, "sleep 1000", LIMITS, new JobResources(1, 3, 100L << 20, null)));
        until(() -> runtime.state(id).state() == JobState.RUNNING);

        assertThat(node().freeCores()).isEqualTo(5);
        assertThat(node().freeMemoryBytes()).isEqualTo(3900L << 20);
        runtime.cancel(id);
        until(() -> node().freeCores() == 8);
        assertThat(runtime.capacity().architecture()).isIn("X86", "ARM");
        assertThat(runtime.capacity().storageBytes()).isPositive();
    }

    @Test
    void whatSlurmRefusesIsRefusedInItsWords() throws Exception {
        String location = cluster.location().toString().replace("partition=train", "partition=none");
        SlurmRuntime elsewhere = runtime(URI.create(location), cluster.key());
        assertThatThrownBy(() -> elsewhere.submit(script(id, "true")))
                .satisfies(because(Reason.REFUSED))
                .hasMessageContaining("Invalid partition name");
        assertThat(elsewhere.state(id).state()).isEqualTo(JobState.LOST);
        assertThat(cluster.jobs().resolve(id).resolve("ran")).hasContent("0");
    }

    private NodeCapacity node() throws RuntimeFailure {
        return runtime.capacity().nodes().get(0);
    }
}
