package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceList;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import io.fabric8.mockwebserver.http.MockResponse;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ServiceEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private static final String NODE = "&services=node";

    private final Bench bench = new Bench();
    private final String id = Bench.freshId();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aReplicaIsADeploymentBehindAService() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        bench.runtime(NODE).submit(Bench.service(id));

        assertThat(bench.deployment(id).getSpec().getReplicas()).isEqualTo(1);
        Probe probe = bench.deployment(id)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getReadinessProbe();
        assertThat(probe.getHttpGet().getPath()).isEqualTo("/health");
        assertThat(probe.getHttpGet().getPort().getIntVal()).isEqualTo(8080);
        assertThat(service().getSpec().getType()).isEqualTo("NodePort");
        assertThat(bench.runtime(NODE).state(id).state()).isEqualTo(JobState.QUEUED);
        assertThat(bench.runtime(NODE).endpoint(id)).isEmpty();
    }

    @Test
    void itIsReachedAtItsNodesPort() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        bench.runs(bench.hasReplica(id));
        assertThat(bench.runtime(NODE).endpoint(id))
                .as("the port is not open yet")
                .isEmpty();
        services().withName("s-" + id).edit(service -> {
            service.getSpec().getPorts().get(0).setNodePort(30_080);
            return service;
        });

        assertThat(bench.runtime(NODE).endpoint(id)).contains(new ServiceEndpoint("10.1.2.3", 30_080));
    }

    @Test
    void itIsReachedAtTheClustersAddress() throws RuntimeFailure {
        bench.runtime("&services=cluster").submit(Bench.service(id));
        bench.runs(bench.hasReplica(id));
        services().withName("s-" + id).edit(service -> {
            service.getSpec().setClusterIP("10.96.0.7");
            return service;
        });

        assertThat(bench.runtime("&services=cluster").endpoint(id)).contains(new ServiceEndpoint("10.96.0.7", 8080));
    }

    @Test
    void aNameIsNoAddress() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        bench.cluster.tells(
                bench.hasReplica(id),
                new PodStatusBuilder(Bench.running())
                        .withHostIP("internal.example")
                        .build());
        services().withName("s-" + id).edit(service -> {
            service.getSpec().getPorts().get(0).setNodePort(30_080);
            return service;
        });

        assertThat(bench.runtime(NODE).endpoint(id)).isEmpty();
    }

    @Test
    void aProgramThatEndsIsThePlatformsToBeginAgain() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        String pod = bench.hasReplica(id);
        bench.cluster.tells(
                pod,
                new PodStatusBuilder(Bench.running())
                        .editFirstContainerStatus()
                        .withRestartCount(1)
                        .withLastState(Bench.exited(3, "Error", null)
                                .getContainerStatuses()
                                .get(0)
                                .getState())
                        .endContainerStatus()
                        .build());

        assertThat(state()).as("until its pod is gone").isEqualTo(JobState.RUNNING);
        assertThat(bench.deployment(id).getSpec().getReplicas()).isZero();
        bench.cluster.client().pods().inNamespace("jobs").withName(pod).delete();
        assertThat(bench.runtime(NODE).state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.FAILED, "ended with exit status 3");
    }

    @Test
    void aProgramThatEndsWellHasNoReason() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        String pod = bench.hasReplica(id);
        bench.exits(pod, 0);
        state();
        bench.cluster.client().pods().inNamespace("jobs").withName(pod).delete();

        assertThat(bench.runtime(NODE).state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.COMPLETED, null);
    }

    @Test
    void aReplicaRunsNoLongerThanItsLimit() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        bench.runs(bench.hasReplica(id));
        assertThat(state()).isEqualTo(JobState.RUNNING);
        assertThat(bench.deployment(id).getSpec().getReplicas()).isEqualTo(1);

        bench.now = Bench.BEGUN.plusSeconds(61);
        bench.runtime(NODE).state(id);

        assertThat(bench.deployment(id).getSpec().getReplicas()).isZero();
    }

    @Test
    void aCancelledReplicaEndsAndIsForgotten() throws RuntimeFailure {
        bench.runtime(NODE).submit(Bench.service(id));
        String pod = bench.hasReplica(id);
        bench.runs(pod);
        bench.runtime(NODE).cancel(id);
        assertThat(state()).isEqualTo(JobState.RUNNING);
        bench.cluster.client().pods().inNamespace("jobs").withName(pod).delete();
        assertThat(state()).isEqualTo(JobState.CANCELLED);

        bench.runtime(NODE).forget(id);

        assertThat(bench.deployment(id)).isNull();
        assertThat(service()).isNull();
    }

    @Test
    void aReplicaWithoutItsServiceDoesNotStay() {
        bench.cluster.answers(request ->
                request.getMethod().equals("POST") && request.getPath().endsWith("/services")
                        ? new MockResponse().setResponseCode(403)
                        : null);

        assertThatThrownBy(() -> bench.runtime(NODE).submit(Bench.service(id))).isInstanceOf(RuntimeFailure.class);

        assertThat(bench.deployment(id)).isNull();
    }

    @Test
    void aCenterThatOpensNoDoorsRunsNoServices() throws RuntimeFailure {
        assertThat(bench.runtime().runsServices()).isFalse();
        assertThat(bench.runtime().capacity().services()).isFalse();
        assertThat(bench.runtime(NODE).capacity().services()).isTrue();
    }

    private JobState state() throws RuntimeFailure {
        return bench.runtime(NODE).state(id).state();
    }

    private Service service() {
        return services().withName("s-" + id).get();
    }

    private NonNamespaceOperation<Service, ServiceList, ServiceResource<Service>> services() {
        return bench.cluster.client().services().inNamespace("jobs");
    }
}
