package org.computility.connector.accelerator.outbound;

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
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.protocol.AcceleratorClient;
import org.computility.connector.inbound.SharedAdapter;

/** A place in the pool. The handles given out carry the address, so sharing a place between handles is harmless. */
final class AcceleratorManagedConnection implements ManagedConnection {

    private final AcceleratorManagedConnectionFactory factory;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<AcceleratorHandle> handles = ConcurrentHashMap.newKeySet();
    private volatile NodeRequest last;
    private PrintWriter logWriter;

    AcceleratorManagedConnection(AcceleratorManagedConnectionFactory factory, NodeRequest first) {
        this.factory = factory;
        this.last = first;
    }

    boolean isMadeBy(AcceleratorManagedConnectionFactory candidate) {
        return factory.equals(candidate);
    }

    boolean served(ConnectionRequestInfo request) {
        return last.equals(request);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) {
        last = (NodeRequest) request;
        RuntimeAddress address = last.address();
        AcceleratorClient client = new AcceleratorClient(SharedAdapter.get().http(), address, factory.requestTimeout());
        AcceleratorHandle handle = new AcceleratorHandle(this, client);
        handles.add(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof AcceleratorHandle handle)) {
            throw new NotSupportedException("Not a handle of this adapter: " + connection);
        }
        handle.moveTo(this);
        handles.add(handle);
    }

    void forget(AcceleratorHandle handle) {
        handles.remove(handle);
    }

    void closed(AcceleratorHandle handle) {
        if (handles.remove(handle)) {
            ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
            event.setConnectionHandle(handle);
            listeners.forEach(listener -> listener.connectionClosed(event));
        }
    }

    @Override
    public void cleanup() {
        handles.forEach(AcceleratorHandle::invalidate);
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
        return new AcceleratorMetaData(last.address());
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
