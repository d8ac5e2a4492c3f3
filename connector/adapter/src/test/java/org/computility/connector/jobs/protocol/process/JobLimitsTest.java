package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
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
        JobLimits limits = new JobLimits(MINUTE, 64 * MEBI, 200 * MEBI, MINUTE);
        JobResources roomy = new JobResources(1, 1, 256 * MEBI, null);
        bench.run(new JobSpec(id, List.of("sh", "-c", greedy), Map.of(), roomy, limits, null, List.of()));

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

    @Test
    void diskSpaceOfManyFiles() throws Exception {
        String greedy = "i=0; while :; do i=$((i + 1)); dd if=/dev/zero of=f$i bs=1M count=1 2>/dev/null; done";
        JobReport report = run(greedy, new JobLimits(MINUTE, 512 * MEBI, MEBI, MINUTE));

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(report.reason()).isEqualTo("exceeded its disk space");
    }

    @Test
    void diskSpaceOfFilesThatWereDeletedAndAreOpen() throws Exception {
        String hide = "for n in 3 4 5 6 7 8 9; do eval \"exec $n>f; rm f; head -c 4000000 /dev/zero >&$n\"; done";
        String hiding = "for of in 1 2 3 4; do (" + hide + "; sleep 100) & done; wait";
        JobReport report = run(hiding, new JobLimits(MINUTE, 512 * MEBI, 4 * MEBI, MINUTE));

        assertThat(report.reason()).isEqualTo("exceeded its disk space");
        assertThat(bench.runtime.results(id)).isEmpty();
    }

    @Test
    void diskSpaceThatWasTakenInTheLastMoment() throws Exception {
        String greedy = "for i in 1 2 3 4 5 6; do head -c 4000000 /dev/zero >f$i; done";
        JobReport report = run(greedy, new JobLimits(MINUTE, 512 * MEBI, 4 * MEBI, MINUTE));
        assertThat(report.state()).isEqualTo(JobState.COMPLETED);

        JobReport more = bench.run(Bench.script(
                Bench.freshId(),
                "for i in $(seq 300); do head -c 60000 /dev/zero >f$i; done",
                new JobLimits(MINUTE, 512 * MEBI, MEBI / 16, MINUTE)));
        assertThat(more.reason()).isEqualTo("exceeded its disk space");
    }

    @Test
    void processes() throws Exception {
        String marker = "55555." + System.nanoTime();
        String bomb = "i=0; while [ $i -lt 3000 ]; do i=$((i + 1)); sleep " + marker + " & done 2>/dev/null; sleep 60";
        bench.runtime.submit(Bench.script(id, bomb));
        JobReport report = bench.awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.FAILED);
        assertThat(Bench.processesWith(marker)).isZero();
    }

    @Test
    void memoryOfAllProcessesTogether() throws Exception {
        // Where the kernel lets nobody limit them together, each process has its own limit only.
        assumeTrue(
                ControlGroups.here().limits().stream().anyMatch(limit -> limit.of() == ControlGroups.Of.MEMORY),
                "needs a control group for memory that may be written");
        // The kernel chooses which of the two it ends; the other ends by itself.
        String greedy = "dd if=/dev/zero of=/dev/null bs=40M count=200";
        String both = greedy + " & other=$!; " + greedy + "; first=$?; wait $other; exit $((first | $?))";
        JobReport report = run(both, new JobLimits(MINUTE, 512 * MEBI, MEBI, MINUTE));

        assertThat(report.reason()).isEqualTo("exceeded its memory");
    }

    @Test
    void coresAreThoseThatWereGiven() throws Exception {
        bench.runtime.submit(Bench.script(id, "nproc; sleep 1000"));
        bench.awaitPrinted(id, "\n");
        Path groups = bench.root.resolve(id).resolve("groups");
        for (ControlGroups.Limit limit : ControlGroups.here().limits()) {
            Path group = limit.parent().resolve("computility-" + id);
            assertThat(Files.readAllLines(groups)).contains(group.toString());
            assertThat(Files.readString(group.resolve(limit.file())))
                    .startsWith(limit.of() == ControlGroups.Of.CPU ? "100000" : "");
        }
        if (ControlGroups.here().limits().stream().noneMatch(limit -> limit.of() == ControlGroups.Of.CPU)) {
            assertThat(bench.printed(id)).isEqualTo("1\n");
        }
        bench.supervisorOf(id).terminate();
        bench.awaitEnd(id);
        for (String group : Files.readAllLines(groups)) {
            assertThat(Path.of(group)).doesNotExist();
        }
    }

    @Test
    void withoutControlGroupsAJobIsKeptToItsCores() {
        assertThat(new ControlGroups(List.of()).confinement(Bench.RESOURCES)).isEqualTo(": && cores 1");
    }

    private JobReport run(String script, JobLimits limits) throws Exception {
        return bench.run(Bench.script(id, script, limits));
    }
}
