package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ResultFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How jobs end before they would by themselves, and how they do not. */
class JobEndsTest {

    private final String id = Bench.freshId();
    private Bench bench;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Keeps what it has when it is told to end. */
    private static final String SAVING =
            "trap 'echo saved >kept; exit 0' TERM; echo ready; while :; do sleep 0.1; done";

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void cancelEndsEveryProcess() throws Exception {
        String marker = "77777." + System.nanoTime();
        String stubborn = "trap '' TERM; (setsid sleep " + marker + " &); echo ready; sleep " + marker;
        bench.runtime.submit(Bench.script(id, stubborn, withGrace(1)));
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
    void aCancelledJobMaySaveWhatItHas() throws Exception {
        bench.runtime.submit(Bench.script(id, SAVING, withGrace(60)));
        bench.awaitPrinted(id, "ready");

        bench.runtime.cancel(id);
        JobReport report = bench.awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.CANCELLED);
        assertThat(bench.result(id, "kept")).isEqualTo("saved\n");
    }

    @Test
    void soMayAJobWhoseTimeIsOver() throws Exception {
        JobLimits limits = new JobLimits(MINUTE, 512L << 20, 8L << 20, Duration.ofSeconds(1), MINUTE);
        JobReport report = bench.run(Bench.script(id, SAVING, limits));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its wall time");
        assertThat(bench.result(id, "kept")).isEqualTo("saved\n");
    }

    @Test
    void everyProcessOfAJobHearsThatItShallEnd() throws Exception {
        String both = "(setsid sh -c \"" + SAVING + "\" &); " + SAVING.replace("kept", "other") + "; wait";
        bench.runtime.submit(Bench.script(id, both, withGrace(60)));
        bench.awaitPrinted(id, "ready\nready");

        bench.runtime.cancel(id);
        bench.awaitEnd(id);

        assertThat(bench.runtime.results(id)).extracting(ResultFile::name).contains("kept", "other");
    }

    @Test
    void anExitStatusIsNoSignal() throws Exception {
        JobReport exited = bench.run(Bench.script(id, "exit 137"));
        assertThat(exited.exitStatus()).isEqualTo(137);
        assertThat(exited.reason()).isEqualTo("ended with exit status 137");

        JobReport killed = bench.run(Bench.script(Bench.freshId(), "kill -KILL $$"));
        assertThat(killed.exitStatus()).isEqualTo(137);
        assertThat(killed.reason()).isEqualTo("ended by signal 9");

        JobReport alone = bench.run(Bench.script(Bench.freshId(), "kill -KILL -1"));
        assertThat(alone.reason()).isEqualTo("ended by signal 9");
    }

    private static JobLimits withGrace(long seconds) {
        return new JobLimits(MINUTE, 512L << 20, 8L << 20, MINUTE, Duration.ofSeconds(seconds));
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
    void aSupervisorThatTheMachineEndsLosesItsJob() throws Exception {
        bench.runtime.submit(Bench.script(id, "echo ready; sleep 1000"));
        bench.awaitPrinted(id, "ready");
        bench.supervisorOf(id).terminate();

        assertThat(bench.awaitEnd(id).state()).isEqualTo(JobState.LOST);
        assertThat(bench.runtime.state(id).reason()).contains("its machine ended it");
    }
}
