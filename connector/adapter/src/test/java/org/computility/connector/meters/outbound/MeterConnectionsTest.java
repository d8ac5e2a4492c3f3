package org.computility.connector.meters.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.SnmpAccess;
import org.computility.connector.outbound.FakePool;
import org.junit.jupiter.api.Test;

class MeterConnectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final SnmpAccess ACCESS = new SnmpAccess("c-secret", null, null, null, null, null);

    private final MeterManagedConnectionFactory managed = new MeterManagedConnectionFactory();
    private final FakePool pool = new FakePool();
    private final MeterConnectionFactory connections = (MeterConnectionFactory) managed.createConnectionFactory(pool);

    @Test
    void onePlaceServesDevicesOfAllProtocols() throws ResourceException {
        connections.getConnection(new MeterDevice("meter", 502, null, PATIENCE)).close();
        connections
                .getConnection(new MeterDevice("agent", 161, ACCESS, PATIENCE))
                .close();

        assertThat(pool.made).hasSize(1);
        assertThat(pool.made.get(0).getMetaData().getEISProductVersion()).isEqualTo("SNMP");
        assertThat(List.of(new MeterManagedConnectionFactory())).containsExactly(managed);
    }

    @Test
    void aClosedConnectionTakesNoCalls() throws ResourceException {
        MeterConnection connection = connections.getConnection(new MeterDevice("meter", 502, null, PATIENCE));
        connection.close();

        assertThatThrownBy(() -> connection.read(List.of()))
                .isInstanceOf(RuntimeFailure.class)
                .hasMessageContaining("closed");
    }

    @Test
    void needsADeviceAndNeverTellsASecret() {
        assertThatThrownBy(() -> connections.getConnection(null)).isInstanceOf(NotSupportedException.class);
        assertThat(new MeterDevice("agent", 161, ACCESS, PATIENCE).toString()).isEqualTo("snmp:agent:161");
    }
}
