package org.computility.connector.accelerator.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnection;
import java.io.IOException;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.protocol.FakeNode;
import org.computility.connector.outbound.FakePool;
import org.junit.jupiter.api.Test;

class AcceleratorConnectionsTest {

    private static final RuntimeAddress A = new RuntimeAddress("a", "127.0.0.1", 1, "u", "p");
    private static final RuntimeAddress B = new RuntimeAddress("b", "127.0.0.1", 2, "u", "p");

    private final AcceleratorManagedConnectionFactory managed = new AcceleratorManagedConnectionFactory();
    private final FakePool pool = new FakePool();
    private final AcceleratorConnectionFactory connections =
            (AcceleratorConnectionFactory) managed.createConnectionFactory(pool);

    @Test
    void callsTheNodeItWasAskedFor() throws IOException, ResourceException {
        try (FakeNode node = new FakeNode().answers("GET /ACSMP/Tasks", "[]");
                AcceleratorConnection connection = connections.getConnection(node.address("n"))) {
            assertThat(connection.tasks()).isEmpty();
        }
    }

    @Test
    void prefersTheConnectionThatServedTheNodeBefore() throws ResourceException {
        AcceleratorConnection first = connections.getConnection(A);
        AcceleratorConnection second = connections.getConnection(B);
        second.close();
        first.close();

        connections.getConnection(A);

        assertThat(pool.free).containsExactly(pool.made.get(1));
    }

    @Test
    void aPoolFullOfConnectionsToOtherNodesIsNotFull() throws IOException, ResourceException {
        connections.getConnection(A).close();

        try (FakeNode node = new FakeNode().answers("GET /ACSMP/Tasks", "[]")) {
            assertThat(connections.getConnection(node.address("n")).tasks()).isEmpty();
        }
        assertThat(pool.made).hasSize(1);
    }

    @Test
    void aClosedConnectionTakesNoCalls() throws ResourceException {
        AcceleratorConnection connection = connections.getConnection(A);
        connection.close();
        connection.close();

        assertThatThrownBy(connection::tasks).isInstanceOf(RuntimeFailure.class).hasMessageContaining("closed");
        assertThat(pool.free).hasSize(1);
    }

    @Test
    void aConnectionTakenBackByThePoolTakesNoCalls() throws ResourceException {
        AcceleratorConnection connection = connections.getConnection(A);
        pool.made.get(0).cleanup();

        assertThatThrownBy(connection::tasks).isInstanceOf(RuntimeFailure.class);
        connection.close();
        assertThat(pool.free).isEmpty();
    }

    @Test
    void aHandleMayMoveToAnotherPlace() throws ResourceException {
        AcceleratorConnection handle = connections.getConnection(A);
        connections.getConnection(B);

        pool.made.get(1).associateConnection(handle);
        handle.close();

        assertThat(pool.free).containsExactly(pool.made.get(1));
    }

    @Test
    void needsAnAddressAndAServer() {
        assertThatThrownBy(() -> connections.getConnection(null)).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(managed::createConnectionFactory).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void takesNoPartInTransactions() throws ResourceException {
        connections.getConnection(A);
        ManagedConnection connection = pool.made.get(0);

        assertThatThrownBy(connection::getXAResource).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(connection::getLocalTransaction).isInstanceOf(NotSupportedException.class);
        assertThat(connection.getMetaData().getUserName()).isEqualTo("u");
    }

    @Test
    void factoriesWithTheSameSettingsAreTheSame() {
        AcceleratorManagedConnectionFactory other = new AcceleratorManagedConnectionFactory();
        assertThat(other).isEqualTo(managed).hasSameHashCodeAs(managed);

        other.setRequestTimeoutMillis(5);
        assertThat(other).isNotEqualTo(managed);
    }

    @Test
    void refusesATimeOutOfNothing() {
        assertThat(managed.getRequestTimeoutMillis()).isEqualTo(10_000);
        assertThatThrownBy(() -> managed.setRequestTimeoutMillis(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> managed.setRequestTimeoutMillis(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
