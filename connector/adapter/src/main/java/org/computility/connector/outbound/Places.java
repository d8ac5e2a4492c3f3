package org.computility.connector.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Makes and matches the pooled connections of one side. Factories with the same settings must be equal.
 *
 * @param <A> the side's address, which comes with each request
 */
public abstract class Places<A> implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;

    /** What the application gets, for calls to the runtime at the address. */
    protected abstract Handle<?> open(Place place, A address) throws ResourceException;

    /** What a connection to the address leads to. */
    protected abstract RuntimeMetaData describe(A address);

    Handle<?> handle(Place place, ConnectionRequestInfo request) throws ResourceException {
        return open(place, address(request));
    }

    RuntimeMetaData metaData(ConnectionRequestInfo request) {
        return describe(address(request));
    }

    // A side's connection factory asks with its own addresses only.
    @SuppressWarnings("unchecked")
    private A address(ConnectionRequestInfo request) {
        return ((RuntimeRequest<A>) request).address();
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("Connections to runtimes exist only inside an application server");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request) {
        return new Place(this, request);
    }

    /**
     * A free connection that served this runtime last, else any free connection. No connection holds a socket, so a pool
     * full of connections to other runtimes never keeps a caller waiting.
     */
    @Override
    public ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set free, Subject subject, ConnectionRequestInfo request) {
        Place any = null;
        for (Object candidate : free) {
            if (candidate instanceof Place place && place.isMadeBy(this)) {
                if (place.served(request)) {
                    return place;
                }
                any = place;
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

    // The server pools by equality.
    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();
}
