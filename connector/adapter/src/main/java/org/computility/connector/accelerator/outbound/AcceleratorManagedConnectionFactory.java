package org.computility.connector.accelerator.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;

/**
 * Makes and matches the pooled connections. The application asks for a pool of 200: its size bounds how many calls run at
 * once on one server, and a call lasts at most {@code requestTimeoutMillis}. How long a caller waits for a place in a full
 * pool is the server's own setting; the application's descriptors have no word for it.
 */
@ConnectionDefinition(
        connectionFactory = AcceleratorConnectionFactory.class,
        connectionFactoryImpl = AcceleratorConnections.class,
        connection = AcceleratorConnection.class,
        connectionImpl = AcceleratorHandle.class)
public class AcceleratorManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    @ConfigProperty(defaultValue = "10000", description = "Milliseconds from a call to the end of its answer")
    private Integer requestTimeoutMillis = 10_000;

    private transient ResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;

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

    Duration requestTimeout() {
        return Duration.ofMillis(requestTimeoutMillis);
    }

    @Override
    public Object createConnectionFactory(ConnectionManager pool) {
        return new AcceleratorConnections(this, pool);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("Accelerator connections exist only inside an application server");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request) {
        return new AcceleratorManagedConnection(this, (NodeRequest) request);
    }

    /**
     * A free connection that served this node last, else any free connection. No connection holds a socket (the HTTP
     * client keeps the sockets), so a pool full of connections to other nodes never keeps a caller waiting.
     */
    @Override
    public ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set free, Subject subject, ConnectionRequestInfo request) {
        AcceleratorManagedConnection any = null;
        for (Object candidate : free) {
            if (candidate instanceof AcceleratorManagedConnection connection && connection.isMadeBy(this)) {
                if (connection.served(request)) {
                    return connection;
                }
                any = connection;
            }
        }
        return any;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        resourceAdapter = adapter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        logWriter = writer;
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
