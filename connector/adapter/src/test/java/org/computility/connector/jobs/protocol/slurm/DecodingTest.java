package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as Slurm's versions shape them. */
class DecodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"v0.0.38", "v0.0.39", "v0.0.41"})
    void jobsOfEveryVersionAreTheSame(String version) throws IOException {
        List<SlurmJob> jobs = Decoding.jobs(answer("jobs-" + version + ".json"));

        assertThat(jobs)
                .extracting(SlurmJob::state)
                .containsExactly(
                        JobState.RUNNING, JobState.QUEUED, JobState.FAILED, JobState.CANCELLED, JobState.COMPLETED);
        assertThat(jobs).extracting(SlurmJob::exitStatus).containsExactly(0, 0, 3, 128 + 15, 0);
        assertThat(jobs.get(0).startedAt()).isEqualTo(Instant.ofEpochSecond(1795936506));
        assertThat(jobs.get(1).startedAt()).isNull();
        assertThat(jobs.get(2).name()).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.0.38", "v0.0.41"})
    void nodesOfEveryVersionAreTheSame(String version) throws IOException {
        List<NodeCapacity> nodes = Decoding.nodes(answer("nodes-" + version + ".json")).stream()
                .filter(node -> node.takesJobs("train"))
                .map(SlurmNode::capacity)
                .toList();

        assertThat(nodes)
                .containsExactly(
                        new NodeCapacity("vm", 8, 5, 4000L << 20, 3900L << 20, null, 0),
                        new NodeCapacity(
                                "gpu1",
                                64,
                                64,
                                256000L << 20,
                                256000L << 20,
                                new Accelerators("GPU", "v100", 4, 0),
                                3));
    }

    @ParameterizedTest
    @CsvSource({
        "NODE_FAIL, LOST",
        "BOOT_FAIL, LOST",
        "PREEMPTED, LOST",
        "TIMEOUT, FAILED",
        "OUT_OF_MEMORY, FAILED",
        "CANCELLED, CANCELLED",
        "CONFIGURING, QUEUED",
        "SUSPENDED, RUNNING",
        "COMPLETED COMPLETING, RUNNING"
    })
    void everyStateIsOneOfOurs(String states, JobState ours) {
        assertThat(job(states.split(" ")).state()).isEqualTo(ours);
    }

    @Test
    void anUnknownStateIsNoState() {
        assertThatThrownBy(() -> job("DANCING").state()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBestVersionThatIsKnownIsTaken() {
        assertThat(version("/slurm/v0.0.37/job/submit", "/slurm/v0.0.38/job/submit", "/slurm/v0.0.38/jobs"))
                .isEqualTo(new ApiVersion(38, false));
        assertThat(version(
                        "/slurm/v0.0.42/job/submit",
                        "/slurm/v0.0.43/job/submit",
                        "/slurm/v0.0.43/jobs/",
                        "/slurm/v0.0.44/job/submit"))
                .isEqualTo(new ApiVersion(43, true));
        assertThat(version("/slurm/v0.0.46/job/submit", "/slurm/v0.0.47/job/submit"))
                .isEqualTo(new ApiVersion(46, false));
        assertThatThrownBy(() -> version("/slurm/v0.0.36/job/submit", "/slurmdb/v0.0.41/jobs/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error_number\":2017,\"error\":\"Invalid job id specified\"}', REFUSED",
        "'{\"error_code\":1800,\"error\":\"Unable to contact slurm controller (connect failure)\"}', UNREACHABLE",
        "'{\"error\":\"Unspecified error\",\"errno\":-1}', UNREACHABLE",
        "'{\"error_number\":1007,\"error\":\"Protocol authentication error\"}', NOT_ACCEPTED",
        "'{\"error_number\":2000,\"error\":\"Invalid partition name specified\"}', REFUSED",
        "'{\"error_number\":5004,\"error\":\"Socket timed out on send/recv operation\"}', UNREACHABLE",
        "'{\"error_number\":110,\"error\":\"Connection timed out\"}', UNREACHABLE",
        "'{\"error_number\":11,\"error\":\"Resource temporarily unavailable\"}', UNREACHABLE",
        "'{\"error_number\":2016,\"error\":\"Slurm temporarily unable to accept job\"}', UNREACHABLE",
        "'{\"error_number\":2007,\"error\":\"Job queue is full\"}', UNREACHABLE"
    })
    void errorsAreToldByTheirNumber(String error, Reason reason) {
        assertThat(Answers.complaint(json("{\"errors\":[" + error + "]}")).reason())
                .isEqualTo(reason);
    }

    @Test
    void theDefaultPartitionIsTheOneThatIsMarked() {
        String two = "{\"partitions\":[{\"name\":\"a\",\"flags\":[]},{\"name\":\"b\",\"flags\":[\"default\"]}]}";
        assertThat(Decoding.defaultPartition(json(two))).contains("b");
        assertThat(Decoding.defaultPartition(json("{\"partitions\":[{\"name\":\"a\"}]}")))
                .contains("a");
        assertThat(Decoding.defaultPartition(json("{\"partitions\":[{\"name\":\"a\"},{\"name\":\"b\"}]}")))
                .isEmpty();
    }

    @Test
    void aNodeThatSlurmSwitchesOnWhenItIsNeededTakesJobs() {
        SlurmNode node = new SlurmNode("n", Set.of("IDLE", "CLOUD", "POWERED_DOWN"), List.of(), "", 1, 0, 1, 0, "", "");
        assertThat(node.takesJobs(null)).isTrue();
    }

    private static SlurmJob job(String... states) {
        return new SlurmJob(1, "a", "root", Set.of(states), 0, null, null);
    }

    private static ApiVersion version(String... paths) {
        return ApiVersion.of(json("{\"paths\":{\"" + String.join("\":{},\"", paths) + "\":{}}}"));
    }

    private static JsonObject json(String text) {
        return Answers.JSON.createReader(new StringReader(text)).readObject();
    }

    private static JsonObject answer(String file) throws IOException {
        try (InputStream recorded = DecodingTest.class.getResourceAsStream(file)) {
            return Answers.JSON.createReader(recorded).readObject();
        }
    }
}
