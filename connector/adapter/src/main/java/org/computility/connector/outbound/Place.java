package org.computility.connector.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** A place in the pool. The handles given out carry the address, so sharing a place between handles is harmless. */
public final class Place implements ManagedConnection {

    private final Places<?> factory;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Handle<?>> handles = ConcurrentHashMap.newKeySet();
    private volatile ConnectionRequestInfo last;
    private PrintWriter logWriter;

    Place(Places<?> factory, ConnectionRequestInfo first) {
        this.factory = factory;
        this.last = first;
    }

    boolean isMadeBy(Places<?> candidate) {
        return factory.equals(candidate);
    }

    boolean served(ConnectionRequestInfo request) {
        return last.equals(request);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) throws ResourceException {
        last = request;
        Handle<?> handle = factory.handle(this, request);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof Handle<?> handle)) {
            throw new NotSupportedException("Not a handle of this adapter: " + connection);
        }
        handle.moveTo(this);
        handles.add(handle);
    }

    void forget(Handle<?> handle) {
        handles.remove(handle);
    }

    void closed(Handle<?> handle) {
        if (handles.remove(handle)) {
            ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
            event.setConnectionHandle(handle);
            listeners.forEach(listener -> listener.connectionClosed(event));
        }
    }

    @Override
    public void cleanup() {
        handles.forEach(Handle::invalidate);
        handles.clear();
    }

    @Override
    public void destroy() {
        cleanup();
        listeners.clear();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("Calls to a runtime take no part in transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("Calls to a runtime take no part in transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return factory.metaData(last);
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        logWriter = writer;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }
}
