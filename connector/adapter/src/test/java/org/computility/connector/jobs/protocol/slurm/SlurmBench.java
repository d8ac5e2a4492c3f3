package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.connector.jobs.cluster.SlurmTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A real cluster for each class, and a fresh job for each test. */
abstract class SlurmBench {

    static final Duration MINUTE = Duration.ofMinutes(1);
    static final JobLimits LIMITS = new JobLimits(MINUTE, 512L << 20, 8L << 20, MINUTE);
    static final JobResources RESOURCES = new JobResources(1, 1, 64L << 20, null);

    static RuntimeHttp http;
    static SlurmCluster cluster;

    final String id = "job-" + UUID.randomUUID();
    final SlurmRuntime runtime = runtime(cluster.location(), cluster.key());

    SlurmBench() throws RuntimeFailure {}

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

    JobReport run(String script) throws Exception {
        runtime.submit(script(id, script));
        return awaitEnd();
    }

    JobReport awaitEnd() throws Exception {
        until(() -> runtime.state(id).state().isFinal());
        return runtime.state(id);
    }

    String printed() throws RuntimeFailure {
        return new String(runtime.log(id, 0, Integer.MAX_VALUE), StandardCharsets.UTF_8);
    }

    String told(String format) throws Exception {
        return told(id, format);
    }

    static String told(String name, String format) throws Exception {
        return cluster.tell("squeue", "-h", "-a", "-t", "all", "-n", name, "-o", format)
                .strip();
    }

    static JobSpec script(String id, String script) {
        return script(id, script, LIMITS);
    }

    static JobSpec script(String id, String script, JobLimits limits) {
        return script(id, script, limits, RESOURCES);
    }

    static JobSpec script(String id, String script, JobLimits limits, JobResources resources) {
        return new JobSpec(id, List.of("sh", "-c", script), Map.of(), resources, limits, null, List.of());
    }

    static SlurmRuntime runtime(URI location, String key) throws RuntimeFailure {
        return SlurmRuntime.at(new JobRuntimeAddress("cluster", location, cluster.user(), key), http);
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(MINUTE).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    static Consumer<Throwable> because(Reason reason) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    static SlurmAddress address() throws RuntimeFailure {
        return address(cluster.location());
    }

    static SlurmAddress address(URI location) throws RuntimeFailure {
        return SlurmAddress.parse(new JobRuntimeAddress("a", location, cluster.user(), cluster.key()));
    }
}
