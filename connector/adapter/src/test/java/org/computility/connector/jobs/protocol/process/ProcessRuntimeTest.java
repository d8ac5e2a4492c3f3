package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
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
    void nothingBeginsBeforeItsNotesAreOnTheDisk() throws Exception {
        Path tools = Files.createTempDirectory("tools");
        Path seen = tools.resolve("seen");
        Path sync = Files.writeString(
                tools.resolve("sync"), "#!/bin/sh\necho \"$*: $(ls work)\" >>" + seen + "\nexec /bin/sync \"$@\"\n");
        assertThat(sync.toFile().setExecutable(true)).isTrue();
        new ProcessRuntime(bench.root, tools + ":/usr/bin:/bin").submit(Bench.script(id, "echo run >runs"));
        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.COMPLETED);

        Bench.until(() -> Files.readAllLines(seen).size() == 2);
        assertThat(Files.readAllLines(seen))
                .satisfiesExactly(
                        before -> assertThat(before).matches("job supervisor\\.sh sandbox-\\S+ started \\. \\.\\.: "),
                        after -> assertThat(after).isEqualTo("ended .: runs"));
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
    void aForgottenJobIsGoneWhateverItLeft() throws Exception {
        bench.run(Bench.script(id, "mkdir -p locked/in; chmod 000 locked; ln -s /usr link; mkfifo pipe"));
        bench.runtime.forget(id);
        bench.runtime.forget(id);

        assertThat(bench.root).isEmptyDirectory();
        assertThat(bench.runtime.state(id).state()).isEqualTo(JobState.LOST);
    }

    @Test
    void anUnknownJobIsLost() throws Exception {
        assertThat(bench.runtime.state("job-" + UUID.randomUUID()).state()).isEqualTo(JobState.LOST);
        bench.runtime.cancel("job-" + UUID.randomUUID());
        assertThat(bench.root).isEmptyDirectory();
    }
}
