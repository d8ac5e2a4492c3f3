package org.computility.connector.jobs.protocol.process;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ReadOnlyMount;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.JobFolder;
import org.computility.connector.jobs.protocol.files.Sandbox;

/** A runtime in a folder of its own, outside of /tmp, which every job has for itself. */
final class Bench {

    static final JobResources RESOURCES = new JobResources(1, 1, 64L << 20, null);
    static final JobLimits LIMITS = new JobLimits(Duration.ofSeconds(60), 512L << 20, 8L << 20, Duration.ofSeconds(60));

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Path root;
    final ProcessRuntime runtime;

    Bench() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "benches").toAbsolutePath());
        root = Files.createTempDirectory(target, "jobs-");
        runtime = new ProcessRuntime(root);
    }

    static String freshId() {
        return "job-" + UUID.randomUUID();
    }

    static JobSpec script(String id, String script) {
        return script(id, script, LIMITS);
    }

    static JobSpec script(String id, String script, JobLimits limits, ReadOnlyMount... mounts) {
        return new JobSpec(id, List.of("sh", "-c", script), Map.of(), RESOURCES, limits, null, List.of(mounts));
    }

    JobReport run(JobSpec job) throws Exception {
        runtime.submit(job);
        return awaitEnd(job.jobId());
    }

    JobReport awaitEnd(String id) throws Exception {
        until(() -> runtime.state(id).state().isFinal());
        return runtime.state(id);
    }

    void awaitRunning(String id) {
        until(() -> runtime.state(id).state() == JobState.RUNNING);
    }

    void awaitPrinted(String id, String words) {
        until(() -> printed(id).contains(words));
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    String printed(String id) throws Exception {
        return new String(runtime.log(id, 0, Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    String result(String id, String name) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        runtime.result(id, name, 1_000_000, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** How many processes of this machine, in sandboxes or not, have the word in their command line. */
    static long processesWith(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(word))
                .count();
    }

    Supervisor supervisorOf(String id) throws IOException {
        return Supervisor.parse(new JobFolder(root.resolve(id)).started().orElseThrow());
    }

    /** Written down and not begun, as by a server that was killed between the two. */
    void acceptOnly(JobSpec job) throws Exception {
        JobFolder folder = new JobFolder(root.resolve(job.jobId()));
        new Acceptance(new Sandbox(root), folder, ":").accept(job);
    }
}
