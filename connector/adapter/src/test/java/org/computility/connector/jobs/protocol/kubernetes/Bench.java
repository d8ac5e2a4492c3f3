package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.cluster.KubernetesCluster;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress;

/** A cluster without controllers and nodes, of which the test tells what they do, and the runtime that asks it. */
final class Bench implements AutoCloseable {

    static final JobResources RESOURCES = new JobResources(1, 2, 64L << 20, null);
    static final JobLimits LIMITS = new JobLimits(Duration.ofSeconds(60), 64L << 20, 8L << 20, Duration.ofSeconds(60));
    static final String IMAGE = "registry.example.org/train:1.2";
    static final String NODE = "n1";
    static final Instant BEGUN = Instant.parse("2026-11-29T08:00:00Z");

    final KubernetesCluster cluster = new KubernetesCluster();
    final RuntimeHttp http = new RuntimeHttp(Duration.ofSeconds(3));
    Instant now = BEGUN.plusSeconds(30);

    static String freshId() {
        return "job-" + UUID.randomUUID();
    }

    KubernetesRuntime runtime() throws RuntimeFailure {
        return runtime("");
    }

    KubernetesRuntime runtime(String parameters) throws RuntimeFailure {
        KubernetesAddress address = KubernetesAddress.parse(address(cluster.location() + parameters, "token-1"));
        return new KubernetesRuntime(
                address, new ClusterApi(address, http), http.executor(), Clock.fixed(now, ZoneOffset.UTC));
    }

    static JobRuntimeAddress address(String location, String token) {
        return new JobRuntimeAddress("cluster", URI.create(location), null, token);
    }

    static JobSpec script(String id) {
        return new JobSpec(
                id,
                List.of("/bin/sh", "-c", "echo $(X) $$ $$(X)"),
                Map.of("X", "1"),
                RESOURCES,
                LIMITS,
                IMAGE,
                List.of());
    }

    static JobSpec service(String id) {
        return new JobSpec(
                id, List.of("serve"), Map.of("PORT", "8080"), RESOURCES, LIMITS, IMAGE, List.of(), 8080, "/health");
    }

    Job job(String id) {
        return cluster.client()
                .batch()
                .v1()
                .jobs()
                .inNamespace(KubernetesCluster.NAMESPACE)
                .withName(id)
                .get();
    }

    Deployment deployment(String id) {
        return cluster.client()
                .apps()
                .deployments()
                .inNamespace(KubernetesCluster.NAMESPACE)
                .withName(id)
                .get();
    }

    Pod pod(String name) {
        return cluster.client()
                .pods()
                .inNamespace(KubernetesCluster.NAMESPACE)
                .withName(name)
                .get();
    }

    /** The job's controller has made its pod; its name. */
    String hasPod(String id) {
        Job job = job(id);
        return name(cluster.makePod(job.getMetadata(), job.getSpec().getTemplate(), NODE));
    }

    /** The same, and no node has room. */
    String waits(String id) {
        Job job = job(id);
        return name(cluster.makePod(job.getMetadata(), job.getSpec().getTemplate(), null));
    }

    String hasReplica(String id) {
        Deployment deployment = deployment(id);
        return name(
                cluster.makePod(deployment.getMetadata(), deployment.getSpec().getTemplate(), NODE));
    }

    private static String name(Pod pod) {
        return pod.getMetadata().getName();
    }

    void runs(String pod) {
        cluster.tells(pod, running());
    }

    static PodStatus running() {
        return new PodStatusBuilder()
                .withPhase("Running")
                .withHostIP("10.1.2.3")
                .addNewContainerStatus()
                .withName("job")
                .withRestartCount(0)
                .withNewState()
                .withNewRunning(BEGUN.toString())
                .endState()
                .endContainerStatus()
                .build();
    }

    void exits(String pod, int status) {
        cluster.tells(pod, exited(status, status == 0 ? "Completed" : "Error", null));
    }

    /** @param podReason what the node says of the pod; null: nothing */
    static PodStatus exited(int status, String reason, String podReason) {
        return new PodStatusBuilder()
                .withPhase(status == 0 ? "Succeeded" : "Failed")
                .withReason(podReason)
                .addNewContainerStatus()
                .withName("job")
                .withNewState()
                .withNewTerminated()
                .withExitCode(status)
                .withReason(reason)
                .withStartedAt(BEGUN.toString())
                .withFinishedAt(BEGUN.plusSeconds(5).toString())
                .endTerminated()
                .endState()
                .endContainerStatus()
                .build();
    }

    @Override
    public void close() {
        cluster.close();
        http.close();
    }
}
