package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What slurmrestd of Slurm 24.05 to 25.11 truly answered, as recorded by the Slurm-web project
 * (resources {@code recorded}, with their licence). Only the users' folders have another name.
 */
class RecordedAnswersTest {

    private static final String OLDEST = "24.05-v0.0.41";
    private static final String NEWEST = "25.11-v0.0.44";
    private static final long MIB = 1L << 20;

    @ParameterizedTest
    @CsvSource({
        "job-pending, QUEUED, 0",
        "job-running, RUNNING, 0",
        "job-completed, COMPLETED, 0",
        "job-failed, FAILED, 1",
        "job-timeout, FAILED, 143"
    })
    void aJobIsReadTheSameFromEveryVersion(String answer, JobState state, int exitStatus) throws IOException {
        for (String version : List.of(OLDEST, "24.11-v0.0.42", "25.05-v0.0.43", NEWEST)) {
            List<SlurmJob> jobs = Decoding.jobs(recorded(version, answer));

            assertThat(jobs).as(version).singleElement().satisfies(job -> {
                assertThat(job.state()).isEqualTo(state);
                assertThat(job.exitStatus()).isEqualTo(exitStatus);
                assertThat(job.name()).isEqualTo("wrap");
                assertThat(job.user()).isNotEmpty();
                // Slurm foretells both: the start of what waits, the end of what runs.
                assertThat(Duration.between(job.startedAt(), job.endedAt()))
                        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(120));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, "24.11-v0.0.42", "25.05-v0.0.43", NEWEST})
    void aNodeThatIsDownOrDrainedTakesNoJobs(String version) throws IOException {
        assertThat(node(version, "node-down").takesJobs(null)).isFalse();
        assertThat(node(version, "node-drain").takesJobs(null)).isFalse();
        assertThat(node(version, "node-mixed").takesJobs(null)).isTrue();
        assertThat(node(version, "node-mixed").takesJobs("elsewhere")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        OLDEST + ", cn001, 63, 130560",
        "24.11-v0.0.42, cn2, 63, 130560",
        "25.05-v0.0.43, cn3, 62, 130048",
        NEWEST + ", cn1, 62, 130048"
    })
    void aNodeHasWhatItsJobsWereNotGiven(String version, String name, int cores, long mebibytes) throws IOException {
        assertThat(node(version, "node-mixed").capacity())
                .isEqualTo(new NodeCapacity(name, 64, cores, 131_072 * MIB, mebibytes * MIB, null, 0));
    }

    @ParameterizedTest
    @CsvSource({OLDEST + ", 4", "24.11-v0.0.42, 2", "25.05-v0.0.43, 4", NEWEST + ", 4"})
    void acceleratorsInUseAreNotFree(String version, int count) throws IOException {
        NodeCapacity node = node(version, "node-with-gpus-model-allocated").capacity();

        assertThat(node.accelerators()).isEqualTo(new Accelerators("GPU", "h100", count, 0));
        assertThat(node.freeAccelerators()).isZero();
    }

    /** From v0.0.41 on no partition says that it is the default: the center's address has to name one. */
    @ParameterizedTest
    @ValueSource(strings = {OLDEST, "24.11-v0.0.42", "25.05-v0.0.43", NEWEST})
    void noneOfSeveralPartitionsIsTheDefault(String version) throws IOException {
        assertThat(Decoding.defaultPartition(recorded(version, "partitions"))).isEmpty();
    }

    private static SlurmNode node(String version, String answer) throws IOException {
        List<SlurmNode> nodes = Decoding.nodes(recorded(version, answer));
        assertThat(nodes).hasSize(1);
        return nodes.get(0);
    }

    private static JsonObject recorded(String version, String answer) throws IOException {
        try (InputStream in =
                        RecordedAnswersTest.class.getResourceAsStream("recorded/" + version + "/" + answer + ".json");
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }
}
