package org.computility.connector.jobs.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobConnectionFactory;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobState;
import org.computility.connector.outbound.FakePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobConnectionsTest {

    private final JobManagedConnectionFactory managed = new JobManagedConnectionFactory();
    private final FakePool pool = new FakePool();
    private final JobConnectionFactory connections = (JobConnectionFactory) managed.createConnectionFactory(pool);

    @TempDir
    private Path folder;

    @Test
    void asksTheRuntimeThatTheAddressMeans() throws ResourceException {
        try (JobConnection connection = connections.getConnection(address("process:" + folder))) {
            assertThat(connection.state("no-such-job").state()).isEqualTo(JobState.LOST);
        }
        assertThat(pool.free).hasSize(1);
    }

    @Test
    void onePlaceServesRuntimesOfAllAddresses() throws ResourceException {
        connections.getConnection(address("process:" + folder)).close();
        connections.getConnection(address("process:" + folder.resolve("other"))).close();

        assertThat(pool.made).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process:jobs",
                "process://machine/jobs",
                "process:/a%00b",
                "slurm:/jobs",
                "/jobs",
                "http://x/",
                "slurm:http://x/"
            })
    void refusesOtherAddresses(String location) {
        assertThatThrownBy(() -> connections.getConnection(address(location)))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("location must be");
    }

    @Test
    void aClosedConnectionTakesNoCalls() throws ResourceException {
        JobConnection connection = connections.getConnection(address("process:" + folder));
        connection.close();

        assertThatThrownBy(() -> connection.state("a"))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("closed");
    }

    @Test
    void needsAnAddress() {
        assertThatThrownBy(() -> connections.getConnection(null)).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(() -> new JobRuntimeAddress("a", null, null, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void tellsTheServerWhatItLeadsToAndNeverThePassword() throws ResourceException {
        JobRuntimeAddress address = new JobRuntimeAddress("a", URI.create("process:" + folder), "u", "p-secret");
        connections.getConnection(address);

        assertThat(pool.made.get(0).getMetaData().getEISProductVersion()).isEqualTo("process");
        assertThat(address.toString()).doesNotContain("p-secret");
        assertThat(List.of(new JobManagedConnectionFactory())).containsExactly(managed);
    }

    private static JobRuntimeAddress address(String location) {
        return new JobRuntimeAddress("machine", URI.create(location), null, null);
    }
}
