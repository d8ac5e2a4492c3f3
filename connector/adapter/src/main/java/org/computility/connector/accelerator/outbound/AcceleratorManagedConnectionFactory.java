package org.computility.connector.accelerator.outbound;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import java.time.Duration;
import java.util.Objects;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.protocol.AcceleratorClient;
import org.computility.connector.inbound.SharedAdapter;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;
import org.computility.connector.outbound.Places;
import org.computility.connector.outbound.RuntimeMetaData;

/**
 * Makes the pooled connections to nodes. The application asks for a pool of 200: its size bounds how many calls run at
 * once on one server, and a call lasts at most {@code requestTimeoutMillis}. How long a caller waits for a place in a full
 * pool is the server's own setting; the application's descriptors have no word for it.
 */
@ConnectionDefinition(
        connectionFactory = AcceleratorConnectionFactory.class,
        connectionFactoryImpl = AcceleratorConnections.class,
        connection = AcceleratorConnection.class,
        connectionImpl = AcceleratorHandle.class)
public class AcceleratorManagedConnectionFactory extends Places<RuntimeAddress> {

    private static final long serialVersionUID = 1L;

    @ConfigProperty(defaultValue = "10000", description = "Milliseconds from a call to the end of its answer")
    private Integer requestTimeoutMillis = 10_000;

    public Integer getRequestTimeoutMillis() {
        return requestTimeoutMillis;
    }

    /**
     * From a call to the end of its answer.
     *
     * @param millis at least 1
     */
    public void setRequestTimeoutMillis(Integer millis) {
        if (millis == null || millis < 1) {
            throw new IllegalArgumentException("requestTimeoutMillis must be at least 1, not " + millis);
        }
        requestTimeoutMillis = millis;
    }

    @Override
    public Object createConnectionFactory(ConnectionManager pool) {
        return new AcceleratorConnections(this, pool);
    }

    @Override
    protected Handle<?> open(Place place, RuntimeAddress address) {
        Duration timeout = Duration.ofMillis(requestTimeoutMillis);
        return new AcceleratorHandle(
                place, new AcceleratorClient(SharedAdapter.get().http(), address, timeout));
    }

    @Override
    protected RuntimeMetaData describe(RuntimeAddress address) {
        return new RuntimeMetaData("Accelerator runtime", "T/BAX 0006.5-2024", address.username());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AcceleratorManagedConnectionFactory factory
                && requestTimeoutMillis.equals(factory.requestTimeoutMillis);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requestTimeoutMillis);
    }
}
