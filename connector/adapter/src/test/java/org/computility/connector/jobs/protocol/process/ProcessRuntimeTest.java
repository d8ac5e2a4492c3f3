package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.connector.jobs.ResultFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a job. */
class ProcessRuntimeTest {

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void aJobThatSucceedsLeavesItsLogAndItsResults() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        JobReport report = bench.run(Bench.script(id, "echo hello; mkdir deep; echo found >deep/result.txt; pwd"));

        assertThat(report.state()).isEqualTo(JobState.COMPLETED);
        assertThat(report.exitStatus()).isZero();
        assertThat(report.reason()).isNull();
        assertThat(report.startedAt()).isAfter(before).isBeforeOrEqualTo(report.endedAt());
        assertThat(bench.printed(id)).isEqualTo("hello\n/task\n");
        assertThat(bench.runtime.results(id)).containsExactly(new ResultFile("deep/result.txt", 6));
        assertThat(bench.result(id, "deep/result.txt")).isEqualTo("found\n");
    }

    @Test
    void aJobThatFailsTellsItsExitStatus() throws Exception {
        JobReport report = bench.run(Bench.script(id, "echo bad >&2; exit 7"));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.exitStatus()).isEqualTo(7);
        assertThat(report.reason()).isEqualTo("ended with exit status 7");
        assertThat(bench.printed(id)).isEqualTo("bad\n");
    }

    @Test
    void aProgramThatIsNotThereFails() throws Exception {
        JobReport report = bench.run(
                new JobSpec(id, List.of("no-such-program"), Map.of(), Bench.RESOURCES, Bench.LIMITS, null, List.of()));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(bench.printed(id)).contains("no-such-program");
    }

    @Test
    void wordsArriveAsTheyAre() throws Exception {
        List<String> words = List.of("it's", "$(id)", "`id`", "a b", "\n", "", "\\", "中文", "--help");
        List<String> command =
                Stream.concat(Stream.of("printf", "%s|"), words.stream()).toList();
        bench.run(new JobSpec(id, command, Map.of(), Bench.RESOURCES, Bench.LIMITS, null, List.of()));

        assertThat(bench.printed(id)).isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void theEnvironmentIsWhatWasAskedFor() throws Exception {
        Map<String, String> environment = Map.of("KEY", "it's $HOME\n");
        bench.run(new JobSpec(id, List.of("env", "-0"), environment, Bench.RESOURCES, Bench.LIMITS, null, List.of()));

        assertThat(bench.printed(id).split("\0"))
                .containsExactlyInAnyOrder(
                        "KEY=it's $HOME\n", "HOME=/task", "PATH=/usr/local/bin:/usr/bin:/bin", "PWD=/task");
    }

    @Test
    void cancelEndsEveryProcess() throws Exception {
        String marker = "77777." + System.nanoTime();
        String stubborn = "trap '' TERM; (setsid sleep " + marker + " &); echo ready; sleep " + marker;
        bench.runtime.submit(Bench.script(id, stubborn));
        bench.awaitPrinted(id, "ready");
        assertThat(Bench.processesWith(marker)).isPositive();

        bench.runtime.cancel(id);
        bench.runtime.cancel(id);
        JobReport report = bench.awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(report.exitStatus()).isNull();
        assertThat(report.endedAt()).isNotNull();
        assertThat(Bench.processesWith(marker)).isZero();
    }

    @Test
    void whatAJobLeavesRunningEndsWithIt() throws Exception {
        String marker = "88888." + System.nanoTime();
        JobReport report = bench.run(Bench.script(id, "setsid sleep " + marker + " & exit 0"));

        assertThat(report.state()).isEqualTo(JobState.COMPLETED);
        assertThat(Bench.processesWith(marker)).isZero();
    }

    @Test
    void cancelOfAnEndedJobChangesNothing() throws Exception {
        JobReport report = bench.run(Bench.script(id, "exit 3"));
        bench.runtime.cancel(id);

        assertThat(bench.runtime.state(id)).isEqualTo(report);
    }

    @Test
    void submittedByManyAtOnceItRunsOnce() throws Exception {
        JobSpec job = Bench.script(id, "echo run; echo run >>runs");
        Callable<Void> submit = () -> {
            new ProcessRuntime(bench.root).submit(job);
            return null;
        };
        ExecutorService servers = Executors.newFixedThreadPool(8);
        for (Future<Void> answer : servers.invokeAll(Collections.nCopies(8, submit))) {
            answer.get();
        }
        servers.shutdown();
        bench.awaitEnd(id);
        bench.runtime.submit(job);
        bench.runtime.submit(Bench.script(id, "echo other"));
        // Supervisors that came late are gone when nobody has their text open any more.
        Bench.until(() -> noSupervisorRuns());

        assertThat(bench.printed(id)).isEqualTo("run\n");
        assertThat(bench.result(id, "runs")).isEqualTo("run\n");
    }

    private boolean noSupervisorRuns() {
        return ProcessHandle.current()
                .children()
                .noneMatch(child -> child.info().commandLine().orElse("").contains("supervisor.sh"));
    }

    @Test
    void aJobThatWasOnlyWrittenDownBeginsWhenItIsSubmittedAgain() throws Exception {
        JobSpec job = Bench.script(id, "echo run");
        bench.acceptOnly(job);
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.QUEUED);

        assertThat(bench.run(job).state()).isEqualTo(JobState.COMPLETED);
        assertThat(bench.printed(id)).isEqualTo("run\n");
    }

    @Test
    void aJobCancelledBeforeItBeganNeverRuns() throws Exception {
        JobSpec job = Bench.script(id, "echo run");
        bench.acceptOnly(job);
        bench.runtime.cancel(id);
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.CANCELLED);

        bench.runtime.submit(job);
        Bench.until(() -> Files.exists(bench.root.resolve(id).resolve("ended")));

        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(bench.printed(id)).isEmpty();
    }

    @Test
    void aKilledSupervisorTakesTheJobAlongAndTheJobIsLost() throws Exception {
        isLostAfterTheKillOf(supervisor -> supervisor);
    }

    @Test
    void withoutTheClockOfItsWallTimeNoJobRunsOn() throws Exception {
        isLostAfterTheKillOf(supervisor -> supervisor.parent().orElseThrow());
    }

    private void isLostAfterTheKillOf(UnaryOperator<ProcessHandle> process) throws Exception {
        String marker = "99999." + System.nanoTime();
        bench.runtime.submit(Bench.script(id, "echo ready; sleep " + marker));
        bench.awaitPrinted(id, "ready");

        process.apply(ProcessHandle.of(bench.supervisorOf(id).pid()).orElseThrow())
                .destroyForcibly();
        JobReport report = bench.awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.LOST);
        assertThat(report.reason()).contains("supervisor was killed");
        assertThat(report.startedAt()).isNotNull();
        Bench.until(() -> Bench.processesWith(marker) == 0);
    }

    @Test
    void aJobOutlivesTheServer() throws Exception {
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SubmittingServer.class.getName(),
                        bench.root.toString(),
                        id)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            bench.awaitRunning(id);
            bench.awaitPrinted(id, "ready");
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.RUNNING);

        // The job waits for what only this test gives.
        Files.createFile(bench.root.resolve(id).resolve("work").resolve("go"));

        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.COMPLETED);
        assertThat(bench.printed(id)).isEqualTo("ready\ndone\n");
    }

    @Test
    void aForgottenJobIsGoneWhateverItLeft() throws Exception {
        bench.run(Bench.script(id, "mkdir -p locked/in; chmod 000 locked; ln -s /usr link; mkfifo pipe"));
        bench.runtime.forget(id);
        bench.runtime.forget(id);

        assertThat(bench.root).isEmptyDirectory();
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void theMachineTellsWhatItHasAndWhatOfItNoJobWasGiven() throws Exception {
        NodeCapacity idle = node();
        assertThat(idle.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(idle.freeCores()).isEqualTo(idle.cores());
        assertThat(idle.memoryBytes()).isGreaterThan(64L << 20);
        assertThat(idle.freeMemoryBytes()).isEqualTo(idle.memoryBytes());
        assertThat(bench.runtime.capacity().storageBytes()).isPositive();

        bench.runtime.submit(Bench.script(id, "sleep 1000"));
        assertThat(node().freeCores()).isEqualTo(idle.cores() - 1);
        assertThat(node().freeMemoryBytes()).isEqualTo(idle.memoryBytes() - (64L << 20));

        bench.runtime.cancel(id);
        bench.awaitEnd(id);
        assertThat(node()).isEqualTo(idle);
    }

    private NodeCapacity node() throws Exception {
        return bench.runtime.capacity().nodes().get(0);
    }

    @Test
    void aJobThatNeverFitsIsRefused() throws Exception {
        NodeCapacity node = node();
        List<JobResources> tooMuch = List.of(
                new JobResources(2, 1, 64L << 20, null),
                new JobResources(1, node.cores() + 1, 64L << 20, null),
                new JobResources(1, 1, node.memoryBytes() + 1, null),
                new JobResources(1, 1, 64L << 20, new Accelerators("GPU", "", 1, 0)));
        for (JobResources resources : tooMuch) {
            JobSpec job = new JobSpec(id, List.of("true"), Map.of(), resources, Bench.LIMITS, null, List.of());
            assertThatThrownBy(() -> bench.runtime.submit(job))
                    .isInstanceOfSatisfying(
                            RuntimeFailure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(RuntimeFailure.Reason.REFUSED))
                    .hasMessageContaining("resources.");
        }
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void aSupervisorThatTheMachineEndsLosesItsJob() throws Exception {
        bench.runtime.submit(Bench.script(id, "echo ready; sleep 1000"));
        bench.awaitPrinted(id, "ready");
        bench.supervisorOf(id).terminate();

        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.LOST);
        assertThat(bench.runtime.state(id).reason()).contains("its machine ended it");
    }

    @Test
    void anUnknownJobIsLost() throws Exception {
        assertThat(bench.runtime.state("job-" + UUID.randomUUID()).state()).isEqualTo(JobState.LOST);
        bench.runtime.cancel("job-" + UUID.randomUUID());
        assertThat(bench.root).isEmptyDirectory();
    }
}
