package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.mockwebserver.http.MockResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with one job says nothing of the others. */
class OddObjectsTest {

    private final Bench bench = new Bench();
    private final String odd = Bench.freshId();
    private final String id = Bench.freshId();

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void oneThatMakesNoSenseHidesNoOther() throws RuntimeFailure {
        runs(id);
        bench.cluster.tells(
                runs(odd),
                new PodStatusBuilder(Bench.running())
                        .editFirstContainerStatus()
                        .withNewState()
                        .withNewRunning("yesterday")
                        .endState()
                        .endContainerStatus()
                        .build());

        assertThat(bench.runtime().states(List.of(odd, id)))
                .extracting(JobReport::jobId)
                .containsExactly(id);
        assertThatThrownBy(() -> bench.runtime().state(odd))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.GARBLED));
    }

    @Test
    void oneThatMayNotBeEndedHidesNoOther() throws RuntimeFailure {
        String pod = runs(odd);
        bench.cluster.tells(pod, withoutImage());
        bench.exits(runs(id), 0);
        bench.now = bench.now.plus(Duration.ofDays(40_000));
        bench.cluster.answers(
                request -> request.getMethod().equals("PATCH") ? new MockResponse().setResponseCode(403) : null);

        assertThat(bench.runtime().states(List.of(odd, id)))
                .extracting(JobReport::state)
                .containsExactly(JobState.QUEUED, JobState.COMPLETED);
    }

    @Test
    void whereNobodyAnswersChangesTheOthersAreTriedLater() throws RuntimeFailure {
        bench.cluster.tells(runs(odd), withoutImage());
        bench.cluster.tells(runs(id), withoutImage());
        bench.now = bench.now.plus(Duration.ofDays(40_000));
        AtomicInteger changes = new AtomicInteger();
        bench.cluster.answers(request -> {
            if (request.getMethod().equals("PATCH")) {
                changes.incrementAndGet();
                return new MockResponse().setResponseCode(503);
            }
            return null;
        });

        assertThat(bench.runtime().states(List.of(odd, id))).hasSize(2);
        assertThat(changes).hasValue(1);
    }

    private String runs(String jobId) throws RuntimeFailure {
        bench.runtime().submit(Bench.script(jobId));
        String pod = bench.hasPod(jobId);
        bench.runs(pod);
        return pod;
    }

    private static PodStatus withoutImage() {
        return new PodStatusBuilder()
                .withPhase("Pending")
                .addNewContainerStatus()
                .withName("job")
                .withNewState()
                .withNewWaiting("no such host", "ImagePullBackOff")
                .endState()
                .endContainerStatus()
                .build();
    }
}
