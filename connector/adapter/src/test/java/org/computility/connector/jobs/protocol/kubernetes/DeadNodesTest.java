package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.mockwebserver.http.MockResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody hears of a node any more: its pods stay as they were. */
class DeadNodesTest {

    private static final String SERVICES = "&services=node";

    /** The cluster writes by its own clock when a pod is deleted. */
    private final Instant died = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Instant begun = died.minusSeconds(600);

    private final Bench bench = new Bench();
    private final String id = Bench.freshId();

    @BeforeEach
    void begin() {
        bench.cluster.add(bench.cluster.node(Bench.NODE, 8, "1Gi", Map.of()));
        bench.now = died;
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whatRanThereIsLostAfterAWhileAndChargedUntilTheNodeDied() throws RuntimeFailure {
        String pod = running();
        assertThat(states()).extracting(JobReport::state).containsExactly(JobState.RUNNING);

        nodeDies();
        isToGo(pod);
        bench.now = deleted(pod).plusSeconds(1);
        assertThat(states()).as("nobody sees whether it runs").isEmpty();
        assertThat(Marks.end(bench.job(id))).isEmpty();

        bench.now = died.plus(Duration.ofMinutes(6));
        JobReport lost =
                new JobReport(id, JobState.LOST, null, "its node " + Bench.NODE + " does not answer", begun, died);
        assertThat(states()).containsExactly(lost);
        assertThat(bench.job(id).getSpec().getParallelism()).as("begun no more").isZero();
        assertThat(bench.pod(pod).getSpec().getActiveDeadlineSeconds())
                .as("ended should its node be back")
                .isEqualTo(1);
        assertThat(bench.runtime().state(id)).as("for good").isEqualTo(lost);
        bench.runtime().forget(id);
        assertThat(bench.job(id)).isNull();
    }

    @Test
    void aNodeThatComesBackHasLostNothing() throws RuntimeFailure {
        String pod = running();
        nodeDies();
        isNotReady(pod);
        assertThat(states()).isEmpty();

        bench.cluster
                .client()
                .nodes()
                .withName(Bench.NODE)
                .edit(node -> bench.cluster.node(Bench.NODE, 8, "1Gi", Map.of()).build());
        bench.now = died.plus(Duration.ofMinutes(6));

        assertThat(states()).extracting(JobReport::state).containsExactly(JobState.RUNNING);
        assertThat(Marks.end(bench.job(id))).isEmpty();
    }

    @Test
    void ofANodeThatIsGoneNothingIsWaitedFor() throws RuntimeFailure {
        String pod = running();
        bench.cluster.client().nodes().withName(Bench.NODE).delete();
        isToGo(pod);
        bench.now = died.plus(Duration.ofMinutes(6));

        assertThat(states())
                .extracting(JobReport::state, JobReport::endedAt)
                .containsExactly(tuple(JobState.LOST, deleted(pod)));
    }

    @Test
    void whatWasCancelledThereHasEnded() throws RuntimeFailure {
        String pod = running();
        nodeDies();
        isNotReady(pod);
        bench.runtime().cancel(id);
        bench.now = died.plus(Duration.ofMinutes(6));

        assertThat(states()).extracting(JobReport::state).containsExactly(JobState.CANCELLED);
        assertThat(bench.runtime().state(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aReplicaIsLostUnlessItsControllerHasMadeAnother() throws RuntimeFailure {
        bench.runtime(SERVICES).submit(longer(Bench.service(id)));
        String pod = bench.hasReplica(id);
        bench.cluster.tells(pod, runs());
        nodeDies();
        isToGo(pod);
        bench.now = died.plus(Duration.ofMinutes(6));
        String other = bench.hasReplica(id);
        bench.cluster.tells(other, runs());
        assertThat(bench.runtime(SERVICES).states(List.of(id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.RUNNING);

        bench.cluster.client().pods().inNamespace("jobs").withName(other).delete();
        assertThat(bench.runtime(SERVICES).states(List.of(id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.LOST);
        assertThat(bench.deployment(id).getSpec().getReplicas()).isZero();
    }

    @Test
    void whereNodesAreNotToldOfNoneCountsAsDead() throws RuntimeFailure {
        String pod = running();
        nodeDies();
        isNotReady(pod);
        bench.now = died.plus(Duration.ofMinutes(6));
        bench.cluster.answers(request ->
                request.getPath().startsWith("/api/v1/nodes") ? new MockResponse().setResponseCode(403) : null);

        assertThat(states()).extracting(JobReport::state).containsExactly(JobState.RUNNING);
    }

    private String running() throws RuntimeFailure {
        bench.runtime().submit(longer(Bench.script(id)));
        String pod = bench.hasPod(id);
        bench.cluster.tells(pod, runs());
        return pod;
    }

    private static JobSpec longer(JobSpec job) {
        JobLimits limits = new JobLimits(Duration.ofDays(1), 64L << 20, 8L << 20, Duration.ofDays(1));
        return new JobSpec(
                job.jobId(),
                job.command(),
                job.environment(),
                job.resources(),
                limits,
                job.image(),
                job.mounts(),
                job.servicePort(),
                job.healthPath());
    }

    private List<JobReport> states() throws RuntimeFailure {
        return bench.runtime().states(List.of(id));
    }

    private void nodeDies() {
        bench.cluster
                .client()
                .nodes()
                .withName(Bench.NODE)
                .edit(node -> bench.cluster
                        .node(Bench.NODE, 8, "1Gi", Map.of())
                        .editStatus()
                        .editFirstCondition()
                        .withStatus("Unknown")
                        .withLastTransitionTime(died.toString())
                        .endCondition()
                        .endStatus()
                        .build());
    }

    /** As the cluster's controller of nodes says. */
    private void isNotReady(String pod) {
        bench.cluster.tells(
                pod,
                new PodStatusBuilder(runs())
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("False")
                        .withLastTransitionTime(died.minusSeconds(1).toString())
                        .endCondition()
                        .build());
    }

    /** Somebody has deleted it, and its node does not say that it is gone. */
    private void isToGo(String pod) {
        bench.cluster
                .client()
                .pods()
                .inNamespace("jobs")
                .withName(pod)
                .edit(known -> new PodBuilder(known)
                        .editMetadata()
                        .withFinalizers("example.org/stays")
                        .endMetadata()
                        .build());
        bench.cluster.client().pods().inNamespace("jobs").withName(pod).delete();
        assertThat(deleted(pod)).isAfterOrEqualTo(died);
    }

    private Instant deleted(String pod) {
        return Instant.parse(bench.pod(pod).getMetadata().getDeletionTimestamp());
    }

    private PodStatus runs() {
        return new PodStatusBuilder(Bench.running())
                .editFirstContainerStatus()
                .withNewState()
                .withNewRunning(begun.toString())
                .endState()
                .endContainerStatus()
                .build();
    }
}
