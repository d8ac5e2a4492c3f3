package org.computility.connector.jobs.protocol.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void olderVersionsTakePlainNumbers() {
        JsonObject job = submission(38).getJsonObject("job");

        assertThat(job.getString("name")).isEqualTo("job-a");
        assertThat(job.getInt("time_limit")).isEqualTo(3);
        assertThat(job.getInt("memory_per_node")).isEqualTo(65);
        assertThat(job.getInt("cpus_per_task")).isEqualTo(2);
        assertThat(job.get("nodes")).hasToString("[1,1]");
        assertThat(job.getString("gres")).isEqualTo("gpu:V100:2");
        assertThat(job.getJsonObject("environment")).containsKey("PATH");
        assertThat(job.getString("partition")).isEqualTo("train");
    }

    @Test
    void newerVersionsTakeObjectsAndArrays() {
        JsonObject job = submission(41).getJsonObject("job");

        assertThat(job.getJsonObject("time_limit").getInt("number")).isEqualTo(3);
        assertThat(job.getJsonObject("memory_per_node").getBoolean("set")).isTrue();
        assertThat(job.getInt("minimum_nodes")).isEqualTo(1);
        assertThat(job.getString("tres_per_node")).isEqualTo("gres/gpu:V100:2");
        assertThat(job.getJsonArray("environment").getString(0)).startsWith("PATH=");
    }

    @Test
    void whoeverSeesTheQueueSeesNoSecret() {
        assertThat(submission(38).toString()).doesNotContain("secret-word", "secret-value");
    }

    @Test
    void aTokenIsSignedAndShort() {
        String[] part = Token.of("root", KEY, Instant.ofEpochSecond(1000)).split("\\.");

        assertThat(text(part[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(text(part[1])).isEqualTo("{\"iat\":1000,\"exp\":1300,\"sun\":\"root\"}");
        assertThat(Base64.getUrlDecoder().decode(part[2])).hasSize(32);
    }

    @Test
    void anAddressHasItsParameters() throws RuntimeFailure {
        SlurmAddress address = parse("slurm:http://head:6820/?folder=/shared/jobs&partition=train&lag=5", KEY);

        assertThat(address.base()).isEqualTo(URI.create("http://head:6820"));
        assertThat(address.folder()).isEqualTo(Path.of("/shared/jobs"));
        assertThat(address.partition()).isEqualTo("train");
        assertThat(address.lag()).isEqualTo(Duration.ofSeconds(5));
        assertThat(parse("slurm:https://head?folder=/shared", KEY).lag()).isEqualTo(Duration.ofMinutes(1));
        assertThat(address.toString()).doesNotContain(Base64.getEncoder().encodeToString(KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slurm:/shared",
                "slurm:http://head:6820",
                "slurm:http://head:6820?folder=shared",
                "slurm:http://head:6820?folder=/",
                "slurm:http://head:6820?folder=/shared&lag=0",
                "slurm:http://head:6820?folder=/shared&lag=x",
                "slurm:http://head:6820?folder=/shared&colour=red",
                "slurm:http://head:6820?folder=/shared&partition=a%20b",
                "slurm:http://user@head:6820?folder=/shared",
                "slurm:ftp://head:6820?folder=/shared"
            })
    void otherAddressesAreRefused(String location) {
        assertThatThrownBy(() -> parse(location, KEY))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("location must be");
    }

    @Test
    void aWeakKeyIsRefused() {
        assertThatThrownBy(() -> parse("slurm:http://head?folder=/shared", new byte[8]))
                .hasMessageContaining("password must be");
    }

    private static SlurmAddress parse(String location, byte[] key) throws RuntimeFailure {
        String password = Base64.getEncoder().encodeToString(key);
        return SlurmAddress.parse(new JobRuntimeAddress("a", URI.create(location), "root", password));
    }

    private static JsonObject submission(int version) {
        JobResources resources =
                new JobResources(1, 2, (64L << 20) + 1, new Accelerators("GPU", "Nvidia/GPU/V100", 2, 0));
        Duration wall = Duration.ofSeconds(61);
        JobLimits limits = new JobLimits(wall, 64L << 20, 1L << 20, wall);
        JobSpec job = new JobSpec(
                "job-a",
                List.of("sh", "secret-word"),
                Map.of("KEY", "secret-value"),
                resources,
                limits,
                null,
                List.of());
        return new Encoding(new ApiVersion(version, false)).submission(job, Path.of("/shared/job-a"), "train");
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
