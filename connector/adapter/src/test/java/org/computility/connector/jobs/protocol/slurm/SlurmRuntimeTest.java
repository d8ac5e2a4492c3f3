package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmCluster.Daemon;
import org.computility.connector.jobs.cluster.SlurmTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a job in a real cluster. */
class SlurmRuntimeTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final JobLimits LIMITS = new JobLimits(MINUTE, 512L << 20, 8L << 20, MINUTE);
    private static final JobResources RESOURCES = new JobResources(1, 1, 64L << 20, null);

    private static RuntimeHttp http;
    private static SlurmCluster cluster;

    private final String id = "job-" + UUID.randomUUID();
    private final SlurmRuntime runtime = runtime(cluster.location(), cluster.key());

    SlurmRuntimeTest() throws RuntimeFailure {}

    @BeforeAll
    static void open() throws Exception {
        SlurmTool.require();
        http = new RuntimeHttp(Duration.ofSeconds(3));
        cluster = SlurmCluster.open();
    }

    @AfterAll
    static void close() throws Exception {
        if (cluster != null) {
            cluster.close();
            http.close();
        }
    }

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
    void aJobCancelledByTheClustersOwnToolsIsCancelled() throws Exception {
        runtime.submit(script(id, "echo ready; sleep 1000"));
        until(() -> printed().equals("ready\n"));
        cluster.tell("scancel", "--name=" + id);
        JobReport report = awaitEnd();

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(report.reason()).isEqualTo("cancelled in the cluster");
    }

    @Test
    void aSubmissionThatNobodyLearntOfIsAdopted() throws Exception {
        try (CutConnection cut = new CutConnection(cluster.rest(), "/job/submit", () -> kill(Daemon.SLURMRESTD))) {
            URI through = URI.create(cluster.location()
                    .toString()
                    .replace(cluster.rest().toString(), cut.address().toString()));
            SlurmRuntime unlucky = runtime(through, cluster.key());
            assertThatThrownBy(() -> unlucky.submit(script(id, "echo run; echo run >>runs")))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
        }
        cluster.start(Daemon.SLURMRESTD);
        runtime.submit(script(id, "echo run; echo run >>runs"));
        runtime.submit(script(id, "echo other"));

        assertThat(awaitEnd().state()).isEqualTo(JobState.COMPLETED);
        assertThat(told("%i").lines()).hasSize(1);
        assertThat(printed()).isEqualTo("run\n");
    }

    private void kill(Daemon daemon) {
        try {
            cluster.kill(daemon);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void twoJobsOfSlurmWithTheSameIdRunTheProgramOnce() throws Exception {
        runtime.submit(script(id, "echo run; sleep 2"));
        Path record = cluster.jobs().resolve(id).resolve("slurm");
        // As if a second server had not seen the first one's job in the queue.
        Files.delete(record);
        SlurmAddress address =
                SlurmAddress.parse(new JobRuntimeAddress("a", cluster.location(), cluster.user(), cluster.key()));
        new SlurmApi(http, address)
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
        assertThatThrownBy(() -> runtime.state(id))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
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
        SlurmAddress address =
                SlurmAddress.parse(new JobRuntimeAddress("a", cluster.location(), cluster.user(), cluster.key()));
        new SlurmApi(http, address).submit(script(late, "echo run"), there);
        until(() -> told(late, "%T").equals("COMPLETED"));

        assertThat(runtime.log(late, 0, 100)).isEmpty();
        assertThat(runtime.state(late).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void capacityGoesDownWhileAJobRuns() throws Exception {
        until(() -> node().freeCores() == 8);
        assertThat(node().memoryBytes()).isEqualTo(4000L << 20);
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
    void aTokenWithAnotherKeyIsNotAccepted() throws Exception {
        SlurmRuntime stranger = runtime(cluster.location(), Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(stranger::capacity)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_ACCEPTED));
    }

    @Test
    void whatSlurmRefusesIsRefusedInItsWords() throws Exception {
        String location = cluster.location().toString().replace("partition=train", "partition=none");
        SlurmRuntime elsewhere = runtime(URI.create(location), cluster.key());
        assertThatThrownBy(() -> elsewhere.submit(script(id, "true")))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.REFUSED))
                .hasMessageContaining("Invalid partition name");
    }

    private NodeCapacity node() throws RuntimeFailure {
        return runtime.capacity().nodes().get(0);
    }

    private JobReport run(String script) throws Exception {
        runtime.submit(script(id, script));
        return awaitEnd();
    }

    private JobReport awaitEnd() throws Exception {
        until(() -> runtime.state(id).state().isFinal());
        return runtime.state(id);
    }

    private String printed() throws RuntimeFailure {
        return new String(runtime.log(id, 0, Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    private String told(String format) throws Exception {
        return told(id, format);
    }

    private static String told(String name, String format) throws Exception {
        return cluster.tell("squeue", "-h", "-a", "-t", "all", "-n", name, "-o", format)
                .strip();
    }

    private static JobSpec script(String id, String script) {
        return script(id, script, LIMITS);
    }

    private static JobSpec script(String id, String script, JobLimits limits) {
        return script(id, script, limits, RESOURCES);
    }

    private static JobSpec script(String id, String script, JobLimits limits, JobResources resources) {
        return new JobSpec(id, List.of("sh", "-c", script), Map.of(), resources, limits, null, List.of());
    }

    private static SlurmRuntime runtime(URI location, String key) throws RuntimeFailure {
        return SlurmRuntime.at(new JobRuntimeAddress("cluster", location, cluster.user(), key), http);
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(MINUTE).pollInterval(Duration.ofMillis(100)).until(condition);
    }
}
