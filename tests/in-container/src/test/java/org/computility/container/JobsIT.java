package org.computility.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobConnectionFactory;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.connector.jobs.ResultFile;
import org.computility.container.turns.InTurn;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's pool of connections to job runtimes, and jobs on this machine through it. */
@InTurn(place = 0)
@ExtendWith(ArquillianExtension.class)
class JobsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JobResources RESOURCES = new JobResources(1, 1, 64L << 20, null);
    private static final Path BWRAP = Path.of("/usr/bin/bwrap");

    @Resource(lookup = "java:app/eis/jobs")
    private JobConnectionFactory jobs;

    private JobRuntimeAddress machine;

    @Deployment
    static Archive<?> platform() {
        return PlatformArchive.of(JobsIT.class).build();
    }

    @BeforeEach
    void needsBubblewrap() throws Exception {
        boolean mayLack = !"true".equals(System.getenv("CI"));
        Assumptions.assumeFalse(mayLack && !Files.isExecutable(BWRAP), "needs bwrap; .ci/run installs it on Debian");
        URI location = URI.create("process:" + Files.createTempDirectory("jobs-"));
        machine = new JobRuntimeAddress("this-machine", location, null, null);
    }

    @Test
    void aJobRunsAndLeavesItsLogAndItsResult() throws Exception {
        String id = submit("echo hello; echo found >result.txt");
        JobReport report = awaitEnd(id);

        assertThat(report.state()).isEqualTo(JobState.COMPLETED);
        assertThat(report.exitStatus()).isZero();
        try (JobConnection connection = jobs.getConnection(machine)) {
            assertThat(connection.log(id, 0, 100)).asString().isEqualTo("hello\n");
            assertThat(connection.results(id)).containsExactly(new ResultFile("result.txt", 6));
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            connection.result(id, "result.txt", 100, result);
            assertThat(result.toString(StandardCharsets.UTF_8)).isEqualTo("found\n");
            connection.forget(id);
            assertThat(connection.state(id).state()).isEqualTo(JobState.LOST);
        }
    }

    @Test
    void aRunningJobIsCancelled() throws Exception {
        String id = submit("sleep 1000");
        await().atMost(PATIENCE).until(() -> state(id).state() == JobState.RUNNING);
        try (JobConnection connection = jobs.getConnection(machine)) {
            connection.cancel(id);
        }

        assertThat(awaitEnd(id).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void theMachineTellsWhatItHas() throws Exception {
        try (JobConnection connection = jobs.getConnection(machine)) {
            NodeCapacity node = connection.capacity().nodes().get(0);
            assertThat(node.cores()).isPositive();
            assertThat(node.freeMemoryBytes()).isBetween(1L, node.memoryBytes());
        }
    }

    private String submit(String script) throws Exception {
        String id = "job-" + UUID.randomUUID();
        JobLimits limits = new JobLimits(Duration.ofMinutes(1), 256L << 20, 1L << 20, Duration.ofMinutes(2));
        try (JobConnection connection = jobs.getConnection(machine)) {
            connection.submit(
                    new JobSpec(id, List.of("sh", "-c", script), Map.of(), RESOURCES, limits, null, List.of()));
        }
        return id;
    }

    private JobReport awaitEnd(String id) throws Exception {
        await().atMost(PATIENCE).until(() -> state(id).state().isFinal());
        return state(id);
    }

    private JobReport state(String id) throws Exception {
        try (JobConnection connection = jobs.getConnection(machine)) {
            return connection.state(id);
        }
    }
}
