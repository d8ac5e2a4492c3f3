package org.computility.connector.jobs.protocol.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.mockwebserver.http.MockResponse;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ReadOnlyMount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a no, and what is only no answer. */
class RefusalsTest {

    private final Bench bench = new Bench();
    private final String id = Bench.freshId();

    @AfterEach
    void end() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "401, NOT_ACCEPTED",
        "403, REFUSED",
        "404, REFUSED",
        "422, REFUSED",
        "408, TIMED_OUT",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE",
        "504, TIMED_OUT",
        "302, UNREACHABLE"
    })
    void aStatusIsANoOrNoAnswer(int status, Reason reason) {
        bench.cluster.answers(request -> !request.getMethod().equals("POST")
                ? null
                : new MockResponse()
                        .setResponseCode(status)
                        .setHeader("Location", "http://127.0.0.1:1/")
                        .setBody("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":" + status
                                + ",\"message\":\"exceeded quota: small\"}"));

        assertThatThrownBy(() -> bench.runtime().submit(Bench.script(id)))
                .isInstanceOfSatisfying(RuntimeFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(reason);
                    assertThat(failure).hasMessageContaining("exceeded quota: small");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "<html>", "{\"items\":3}"})
    void anAnswerThatMakesNoSenseIsNone(String body) {
        bench.cluster.answers(request -> new MockResponse().setResponseCode(200).setBody(body));

        assertThatThrownBy(() -> bench.runtime().state(id))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.GARBLED));
    }

    @Test
    void nobodyThereIsNoRefusal() throws RuntimeFailure {
        KubernetesRuntime runtime = bench.runtime();
        bench.cluster.close();

        assertThatThrownBy(() -> runtime.submit(Bench.script(id)))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void everyCallShowsTheToken() throws RuntimeFailure {
        bench.cluster.answers(request -> "Bearer token-1".equals(request.getHeader("Authorization"))
                ? null
                : new MockResponse().setResponseCode(401));

        bench.runtime().submit(Bench.script(id));

        assertThat(bench.runtime().state(id).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void whatAClusterCannotDoIsSaid() {
        refused(spec(null, Bench.RESOURCES), "image must be a container image");
        refused(spec("/images/one", Bench.RESOURCES), "image must be a container image");
        refused(spec(Bench.IMAGE, new JobResources(2, 1, 64L << 20, null)), "resources.nodes must be 1");
        refused(
                spec(Bench.IMAGE, new JobResources(1, 1, 64L << 20, new Accelerators("GPU", "", 1, 0))),
                "resources.accelerators");
        refused(
                new JobSpec(
                        id,
                        List.of("true"),
                        Map.of(),
                        Bench.RESOURCES,
                        Bench.LIMITS,
                        Bench.IMAGE,
                        List.of(new ReadOnlyMount("/data/one", "one"))),
                "the data set one lies outside");
        assertThatThrownBy(() -> bench.runtime().state("No Id")).hasMessageContaining("jobId must be");
    }

    @Test
    void whatLeavesNoFilesSaysSo() throws RuntimeFailure {
        bench.runtime().submit(Bench.script(id));
        assertThatThrownBy(() -> bench.runtime().results(id)).hasMessageContaining("has not ended");
        bench.exits(bench.hasPod(id), 0);

        assertThatThrownBy(() -> bench.runtime().results(id)).hasMessageContaining("The job left its files in its pod");
        assertThatThrownBy(() -> bench.runtime().log("unknown", 0, 1)).hasMessageContaining("is not known here");
        assertThat(bench.runtime().log(id, 0, 10))
                .as("its node does not answer for it")
                .isEmpty();
    }

    private JobSpec spec(String image, JobResources resources) {
        return new JobSpec(id, List.of("true"), Map.of(), resources, Bench.LIMITS, image, List.of());
    }

    private void refused(JobSpec job, String why) {
        assertThatThrownBy(() -> bench.runtime().submit(job)).isInstanceOfSatisfying(RuntimeFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
            assertThat(failure).hasMessageContaining(why);
        });
    }
}
