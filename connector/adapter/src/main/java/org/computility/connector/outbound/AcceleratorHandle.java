package org.computility.connector.outbound;

import jakarta.json.JsonObject;
import java.util.List;
import org.computility.connector.AcceleratorConnection;
import org.computility.connector.AcceleratorException;
import org.computility.connector.AcceleratorException.Reason;
import org.computility.connector.DeliveredPackage;
import org.computility.connector.LoadedService;
import org.computility.connector.PackageDelivery;
import org.computility.connector.ServiceLoad;
import org.computility.connector.TaskOutcome;
import org.computility.connector.TaskReport;
import org.computility.connector.TaskStart;
import org.computility.connector.protocol.RuntimeClient;

/** The application's end of a connection, good for calls until it is closed or its place is taken back. */
public final class AcceleratorHandle implements AcceleratorConnection {

    private AcceleratorManagedConnection managed;
    private RuntimeClient client;

    AcceleratorHandle(AcceleratorManagedConnection managed, RuntimeClient client) {
        this.managed = managed;
        this.client = client;
    }

    @Override
    public List<JsonObject> inspect() throws AcceleratorException {
        return client().inspect();
    }

    @Override
    public void deliverPackage(PackageDelivery delivery) throws AcceleratorException {
        client().deliverPackage(delivery);
    }

    @Override
    public void removePackage(String packageId) throws AcceleratorException {
        client().removePackage(packageId);
    }

    @Override
    public List<DeliveredPackage> packages() throws AcceleratorException {
        return client().packages();
    }

    @Override
    public void loadService(ServiceLoad load) throws AcceleratorException {
        client().loadService(load);
    }

    @Override
    public void unloadService(String serviceId) throws AcceleratorException {
        client().unloadService(serviceId);
    }

    @Override
    public List<LoadedService> services() throws AcceleratorException {
        return client().services();
    }

    @Override
    public List<TaskOutcome> startTasks(List<TaskStart> tasks) throws AcceleratorException {
        return client().startTasks(tasks);
    }

    @Override
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws AcceleratorException {
        return client().stopTasks(taskIds);
    }

    @Override
    public List<TaskReport> tasks() throws AcceleratorException {
        return client().tasks();
    }

    /** Gives the place back to the pool; closing again does nothing. */
    @Override
    public void close() {
        AcceleratorManagedConnection owner;
        synchronized (this) {
            owner = managed;
            invalidate();
        }
        if (owner != null) {
            owner.closed(this);
        }
    }

    synchronized void invalidate() {
        managed = null;
        client = null;
    }

    synchronized void moveTo(AcceleratorManagedConnection other) throws AcceleratorException {
        client();
        managed.forget(this);
        managed = other;
    }

    private synchronized RuntimeClient client() throws AcceleratorException {
        if (client == null) {
            throw new AcceleratorException(Reason.REFUSED, "This connection is closed", null);
        }
        return client;
    }
}
