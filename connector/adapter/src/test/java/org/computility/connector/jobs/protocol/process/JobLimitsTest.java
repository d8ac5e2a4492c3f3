package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No job gets more than it may have. */
class JobLimitsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MEBI = 1L << 20;

    private final String id = Bench.freshId();
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        SandboxTool.require();
        bench = new Bench();
    }

    @Test
    void wallTime() throws Exception {
        String marker = "66666." + System.nanoTime();
        JobReport report = run("sleep " + marker, new JobLimits(MINUTE, 512 * MEBI, MEBI, Duration.ofSeconds(1)));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its wall time");
        assertThat(Bench.processesWith(marker)).isZero();
    }

    @Test
    void cpuTime() throws Exception {
        JobReport report = run("while :; do :; done", new JobLimits(Duration.ofSeconds(1), 512 * MEBI, MEBI, MINUTE));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its CPU time");
    }

    @Test
    void memory() throws Exception {
        String greedy = "exec dd if=/dev/zero of=/dev/null bs=300M count=1";
        JobReport report = run(greedy, new JobLimits(MINUTE, 64 * MEBI, MEBI, MINUTE));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(bench.printed(id)).contains("memory exhausted");
    }

    @Test
    void memoryThatLooksLikeFiles() throws Exception {
        String greedy = "for at in /tmp /dev/shm; do head -c 100000000 /dev/zero >$at/big || echo full $at; done";
        run(greedy, new JobLimits(MINUTE, 64 * MEBI, 200 * MEBI, MINUTE));

        assertThat(bench.printed(id)).contains("full /tmp", "full /dev/shm");
    }

    @Test
    void fileSize() throws Exception {
        JobReport report =
                run("exec dd if=/dev/zero of=big bs=1M count=10", new JobLimits(MINUTE, 512 * MEBI, MEBI, MINUTE));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its file size");
        assertThat(bench.runtime.results(id))
                .allSatisfy(file -> assertThat(file.bytes()).isLessThanOrEqualTo(MEBI));
    }

    @Test
    void theLogIsAFileToo() throws Exception {
        JobReport report = run("exec yes", new JobLimits(MINUTE, 512 * MEBI, MEBI / 2, MINUTE));

        assertThat(report.reason()).isEqualTo("exceeded its file size");
        assertThat(bench.runtime.log(id, 0, Integer.MAX_VALUE)).hasSize((int) MEBI / 2);
    }

    private JobReport run(String script, JobLimits limits) throws Exception {
        return bench.run(Bench.script(id, script, limits));
    }
}
