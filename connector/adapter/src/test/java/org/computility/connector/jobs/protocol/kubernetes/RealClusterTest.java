package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Against the cluster that the environment names: {@code COMPUTILITY_KUBERNETES_URL} ({@code https://host:port}), {@code _TOKEN}, and where
 * needed {@code _CA} (Base64), {@code _NAMESPACE} ({@code default}) and {@code _IMAGE} ({@code busybox:1.36}). It needs the Job
 * controller; without nodes a job is cancelled while it waits.
 */
@EnabledIfEnvironmentVariable(
        named = "COMPUTILITY_KUBERNETES_URL",
        matches = "https?://.+",
        disabledReason = "COMPUTILITY_KUBERNETES_URL names no cluster; KubernetesRuntimeTest asks a mock instead")
class RealClusterTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RuntimeHttp http = new RuntimeHttp(Duration.ofSeconds(3));
    private final String id = Bench.freshId();

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void aJobRunsOnceAndIsForgotten() throws RuntimeFailure {
        KubernetesRuntime runtime = runtime(setting("NAMESPACE").orElse("default"));
        runtime.submit(job("echo hello"));
        runtime.submit(job("echo hello"));
        if (runtime.capacity().nodes().isEmpty()) {
            assertThat(runtime.state(id).state()).isEqualTo(JobState.QUEUED);
            runtime.cancel(id);
        }

        JobReport ended = await().atMost(PATIENCE)
                .until(() -> runtime.state(id), report -> report.state().isFinal());

        if (ended.state() == JobState.COMPLETED) {
            assertThat(runtime.log(id, 0, 100)).isEqualTo("hello\n".getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(ended.state()).as(Objects.toString(ended)).isEqualTo(JobState.CANCELLED);
        }
        runtime.forget(id);
        await().atMost(PATIENCE).until(() -> runtime.state(id).state() == JobState.LOST);
    }

    @Test
    void whatTheServerForbidsIsARefusal() {
        assertThatThrownBy(() -> runtime("no-such-namespace").submit(job("true")))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.REFUSED));
    }

    private KubernetesRuntime runtime(String namespace) throws RuntimeFailure {
        String ca = setting("CA").map(given -> "&ca=" + given).orElse("");
        String location = "kubernetes:" + setting("URL").orElseThrow() + "?namespace=" + namespace + ca;
        return KubernetesRuntime.at(Bench.address(location, setting("TOKEN").orElse("none")), http);
    }

    private JobSpec job(String script) {
        String image = setting("IMAGE").orElse("busybox:1.36");
        return new JobSpec(
                id, List.of("/bin/sh", "-c", script), Map.of(), Bench.RESOURCES, Bench.LIMITS, image, List.of());
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv("COMPUTILITY_KUBERNETES_" + name));
    }
}
