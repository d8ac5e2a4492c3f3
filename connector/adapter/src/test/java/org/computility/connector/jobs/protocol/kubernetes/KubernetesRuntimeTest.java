package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.mockwebserver.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ReadOnlyMount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KubernetesRuntimeTest {

    private final Bench bench = new Bench();
    private final String id = Bench.freshId();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aJobIsOnePodWithoutPrivilegesThatIsNeverBegunAgain() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));

        Job job = bench.job(id);
        assertThat(job.getSpec().getBackoffLimit()).isZero();
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isNull();
        PodSpec pod = job.getSpec().getTemplate().getSpec();
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getActiveDeadlineSeconds())
                .as("a node counts while it pulls the image, too")
                .isGreaterThanOrEqualTo(60 + 3600);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        Container container = pod.getContainers().get(0);
        assertThat(container.getImage()).isEqualTo(Bench.IMAGE);
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getRequests().get("cpu").toString()).isEqualTo("2");
        assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory", "ephemeral-storage");
    }

    @Test
    void aCommandReachesItsShellAsItIs() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));

        List<String> command = bench.job(id)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getCommand();
        assertThat(command)
                .as("Kubernetes makes $(X) and $$ of it again")
                .containsExactly("/bin/sh", "-c", "echo $$(X) $$$$ $$$$(X)");
    }

    @Test
    void submittedTwiceItIsTheSameJob() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String uid = bench.job(id).getMetadata().getUid();

        bench.runtime().submit(Bench.script(id));

        assertThat(bench.job(id).getMetadata().getUid()).isEqualTo(uid);
        assertThat(bench.runtime().state(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whatRunsAlreadyIsNotRefusedLater() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));

        JobSpec withData = new JobSpec(
                id,
                List.of("a"),
                Map.of(),
                Bench.RESOURCES,
                Bench.LIMITS,
                Bench.IMAGE,
                List.of(new ReadOnlyMount("/x", "x")));
        bench.runtime().submit(withData);

        assertThat(bench.runtime().state(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void somethingElseOfThatNameIsNotAdopted() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        bench.cluster
                .client()
                .batch()
                .v1()
                .jobs()
                .inNamespace("jobs")
                .withName(id)
                .edit(job -> {
                    job.getMetadata().setLabels(Map.of());
                    return job;
                });

        assertThatThrownBy(() -> bench.runtime().submit(Bench.script(id))).hasMessageContaining("Something else");
    }

    @Test
    void aJobIsQueuedRunsAndEnds() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        assertThat(state()).isEqualTo(JobState.QUEUED);

        bench.runs(pod);
        JobReport running = bench.runtime().state(id);
        assertThat(running.state()).isEqualTo(JobState.RUNNING);
        assertThat(running.startedAt()).isEqualTo(Bench.BEGUN);

        bench.exits(pod, 0);
        JobReport ended = bench.runtime().state(id);
        assertThat(ended)
                .isEqualTo(new JobReport(id, JobState.COMPLETED, 0, null, Bench.BEGUN, Bench.BEGUN.plusSeconds(5)));
    }

    @Test
    void anEndHasItsReason() throws RuntimeFailure {
        assertThat(ended(Bench.exited(3, "Error", null)))
                .isEqualTo(new JobReport(
                        id, JobState.FAILED, 3, "ended with exit status 3", Bench.BEGUN, Bench.BEGUN.plusSeconds(5)));
        assertThat(ended(Bench.exited(137, "OOMKilled", null)).reason()).isEqualTo("exceeded its memory");
        assertThat(ended(Bench.exited(137, "Error", "DeadlineExceeded")).reason())
                .isEqualTo("exceeded its wall time");
        assertThat(ended(Bench.exited(139, "Error", null)).reason())
                .isEqualTo("ended with exit status 139, which is also told of signal 11");
        JobReport evicted = ended(Bench.exited(137, "Error", "Evicted"));
        assertThat(evicted.state())
                .as("the node had too little, not the job too much")
                .isEqualTo(JobState.LOST);
        PodStatus full = new PodStatusBuilder(Bench.exited(137, "Error", "Evicted"))
                .withMessage("Usage of EmptyDir volume \"work\" exceeds the limit \"83886080\".")
                .build();
        assertThat(ended(full))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.FAILED, "exceeded its disk space");
    }

    private JobReport ended(PodStatus how) throws RuntimeFailure {
        if (bench.job(id) == null) {
            bench.runtime().submit(Bench.script(id));
            bench.hasPod(id);
        }
        bench.cluster.tells(
                bench.cluster
                        .client()
                        .pods()
                        .inNamespace("jobs")
                        .list()
                        .getItems()
                        .get(0)
                        .getMetadata()
                        .getName(),
                how);
        return bench.runtime().state(id);
    }

    @Test
    void whatWaitsSaysForWhat() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.waits(id);
        bench.cluster.tells(
                pod,
                new PodStatusBuilder()
                        .withPhase("Pending")
                        .addNewCondition()
                        .withType("PodScheduled")
                        .withStatus("False")
                        .withReason("Unschedulable")
                        .withMessage("0/1 nodes are available: 1 Insufficient cpu.")
                        .endCondition()
                        .build());

        assertThat(bench.runtime().state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.QUEUED, "Unschedulable, 0/1 nodes are available: 1 Insufficient cpu.");
    }

    @Test
    void anImageThatNeverComesEndsTheJob() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.cluster.tells(
                pod,
                new PodStatusBuilder()
                        .withPhase("Pending")
                        .addNewContainerStatus()
                        .withName("job")
                        .withNewState()
                        .withNewWaiting("no such host", "ImagePullBackOff")
                        .endState()
                        .endContainerStatus()
                        .build());
        bench.now = Instant.parse(bench.pod(pod).getMetadata().getCreationTimestamp())
                .plusSeconds(60);
        assertThat(bench.runtime().state(id).reason()).as("it may come yet").startsWith("ImagePullBackOff");
        assertThat(Marks.end(bench.job(id))).isEmpty();

        bench.now = bench.now.plus(Duration.ofMinutes(5));
        assertThat(state()).as("told to end").isEqualTo(JobState.QUEUED);
        assertThat(bench.pod(pod).getSpec().getActiveDeadlineSeconds()).isEqualTo(1);

        bench.cluster.tells(
                pod,
                new PodStatusBuilder()
                        .withPhase("Failed")
                        .withReason("DeadlineExceeded")
                        .build());
        assertThat(bench.runtime().state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.FAILED, "could not be begun: ImagePullBackOff, no such host");
    }

    @Test
    void theTimeThatANodeIsNotThereCountsForNoImage() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        Instant created = Instant.parse(bench.pod(pod).getMetadata().getCreationTimestamp());
        Instant scheduled = created.plus(Duration.ofHours(2));
        bench.cluster.tells(
                pod,
                new PodStatusBuilder()
                        .withPhase("Pending")
                        .addNewCondition()
                        .withType("PodScheduled")
                        .withStatus("True")
                        .withLastTransitionTime(scheduled.toString())
                        .endCondition()
                        .addNewContainerStatus()
                        .withName("job")
                        .withNewState()
                        .withNewWaiting("no such host", "ErrImagePull")
                        .endState()
                        .endContainerStatus()
                        .build());
        bench.now = scheduled.plusSeconds(60);
        assertThat(state()).isEqualTo(JobState.QUEUED);
        assertThat(Marks.end(bench.job(id))).isEmpty();

        bench.now = scheduled.plus(Duration.ofMinutes(6));
        assertThat(state()).isEqualTo(JobState.QUEUED);
        assertThat(Marks.end(bench.job(id))).isPresent();
    }

    @Test
    void theWallTimeCountsFromWhenTheProgramBegan() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.runs(pod);
        bench.now = Bench.BEGUN.plusSeconds(60);
        assertThat(state()).isEqualTo(JobState.RUNNING);
        assertThat(Marks.end(bench.job(id))).isEmpty();

        bench.now = Bench.BEGUN.plusSeconds(61);
        assertThat(state()).isEqualTo(JobState.RUNNING);
        assertThat(bench.pod(pod).getSpec().getActiveDeadlineSeconds()).isEqualTo(1);
        bench.cluster.tells(pod, Bench.exited(137, "Error", "DeadlineExceeded"));
        assertThat(bench.runtime().state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.FAILED, "exceeded its wall time");
    }

    @Test
    void aProgramThatNeverBeganHasNoTimes() throws RuntimeFailure {
        PodStatus never = new PodStatusBuilder()
                .withPhase("Failed")
                .addNewContainerStatus()
                .withName("job")
                .withNewState()
                .withNewTerminated()
                .withExitCode(128)
                .withReason("StartError")
                .withMessage("no such file")
                .withStartedAt("1970-01-01T00:00:00Z")
                .withFinishedAt(Bench.BEGUN.toString())
                .endTerminated()
                .endState()
                .endContainerStatus()
                .build();

        assertThat(ended(never))
                .isEqualTo(new JobReport(
                        id, JobState.FAILED, 128, "could not be begun: StartError, no such file", null, Bench.BEGUN));
    }

    @Test
    void aCancelledJobThatRunsKeepsItsLog() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.runs(pod);
        bench.cluster.prints(pod, "so far\n".getBytes(StandardCharsets.UTF_8));

        bench.runtime().cancel(id);
        assertThat(state()).as("until its node has ended it").isEqualTo(JobState.RUNNING);
        assertThat(bench.pod(pod).getSpec().getActiveDeadlineSeconds()).isEqualTo(1);

        bench.cluster.tells(pod, Bench.exited(137, "Error", "DeadlineExceeded"));
        assertThat(bench.runtime().state(id))
                .extracting(JobReport::state, JobReport::reason)
                .containsExactly(JobState.CANCELLED, "cancelled");
        assertThat(bench.runtime().log(id, 3, 100)).asString().isEqualTo("far\n");
    }

    @Test
    void aCancelledJobThatHasNoNodeNeverBegins() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));

        bench.runtime().cancel(id);

        assertThat(bench.job(id).getSpec().getParallelism()).isZero();
        assertThat(state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void whatEndedBeforeItsCancellationKeepsItsEnd() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.runs(pod);
        bench.runtime().cancel(id);
        bench.exits(pod, 0);

        assertThat(state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void aJobThatSomebodyRemovedIsLostOnceItsPodIsGone() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        String pod = bench.hasPod(id);
        bench.runs(pod);
        bench.cluster
                .client()
                .batch()
                .v1()
                .jobs()
                .inNamespace("jobs")
                .withName(id)
                .delete();
        assertThat(state()).isEqualTo(JobState.RUNNING);

        bench.cluster.client().pods().inNamespace("jobs").withName(pod).delete();
        assertThat(state()).isEqualTo(JobState.LOST);
    }

    @Test
    void manyJobsAreAskedForTogether() throws RuntimeFailure {
        List<String> ids = IntStream.range(0, 60).mapToObj(n -> Bench.freshId()).toList();
        for (String each : ids) {
            bench.runtime().submit(Bench.script(each));
        }

        List<JobReport> reports = bench.runtime().states(ids);

        assertThat(reports).extracting(JobReport::jobId).isEqualTo(ids);
        assertThat(reports).allMatch(report -> report.state() == JobState.QUEUED);
        assertThat(bench.runtime().states(ids.subList(0, 2))).hasSize(2);
    }

    @Test
    void nothingButWhatIsAskedForIsListed() throws RuntimeFailure {
        List<String> asked = new CopyOnWriteArrayList<>();
        bench.cluster.answers(request -> {
            asked.add(request.getPath());
            return null;
        });

        bench.runtime()
                .states(IntStream.range(0, 120).mapToObj(n -> Bench.freshId()).toList());

        assertThat(asked)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(path -> assertThat(path)
                        .contains("labelSelector=computility.org")
                        .hasSizeLessThan(4000));
    }

    @Test
    void aNameThatIsTakenAndFreeAgainIsNoJob() throws RuntimeFailure {
        bench.cluster.answers(request -> request.getMethod().equals("POST")
                ? new MockResponse().setResponseCode(409).setBody("{\"kind\":\"Status\",\"code\":409}")
                : null);

        assertThatThrownBy(() -> bench.runtime().submit(Bench.script(id)))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void onlyWhatHasEndedIsForgotten() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        assertThatThrownBy(() -> bench.runtime().forget(id)).hasMessageContaining("has not ended");

        bench.exits(bench.hasPod(id), 0);
        bench.runtime().forget(id);

        assertThat(bench.job(id)).isNull();
        bench.runtime().forget(Bench.freshId());
    }

    private JobState state() throws RuntimeFailure {
        return bench.runtime().state(id).state();
    }
}
