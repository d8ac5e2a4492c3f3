package org.computility.connector.accelerator.outbound;

import jakarta.json.JsonObject;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskReport;
import org.computility.connector.accelerator.TaskStart;
import org.computility.connector.accelerator.protocol.AcceleratorClient;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;

/** The application's end of a connection to a node. */
public final class AcceleratorHandle extends Handle<AcceleratorClient> implements AcceleratorConnection {

    AcceleratorHandle(Place place, AcceleratorClient client) {
        super(place, client);
    }

    @Override
    public List<JsonObject> inspect() throws RuntimeFailure {
        return client().inspect();
    }

    @Override
    public void deliverPackage(PackageDelivery delivery) throws RuntimeFailure {
        client().deliverPackage(delivery);
    }

    @Override
    public void removePackage(String packageId) throws RuntimeFailure {
        client().removePackage(packageId);
    }

    @Override
    public List<DeliveredPackage> packages() throws RuntimeFailure {
        return client().packages();
    }

    @Override
    public void loadService(ServiceLoad load) throws RuntimeFailure {
        client().loadService(load);
    }

    @Override
    public void unloadService(String serviceId) throws RuntimeFailure {
        client().unloadService(serviceId);
    }

    @Override
    public List<LoadedService> services() throws RuntimeFailure {
        return client().services();
    }

    @Override
    public List<TaskOutcome> startTasks(List<TaskStart> tasks) throws RuntimeFailure {
        return client().startTasks(tasks);
    }

    @Override
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws RuntimeFailure {
        return client().stopTasks(taskIds);
    }

    @Override
    public List<TaskReport> tasks() throws RuntimeFailure {
        return client().tasks();
    }
}
