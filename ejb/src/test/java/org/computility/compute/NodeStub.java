package org.computility.compute;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.computility.connector.AcceleratorConnection;
import org.computility.connector.AcceleratorException;
import org.computility.connector.DeliveredPackage;
import org.computility.connector.LoadedService;
import org.computility.connector.PackageDelivery;
import org.computility.connector.ServiceLoad;
import org.computility.connector.TaskOutcome;
import org.computility.connector.TaskReport;
import org.computility.connector.TaskStart;

/** A node that holds what a test says, or fails as the test says, and remembers what it was told. */
public final class NodeStub implements AcceleratorConnection {

    private final List<String> asked = new ArrayList<>();
    private final List<TaskReport> tasks = new ArrayList<>();
    private final List<LoadedService> services = new ArrayList<>();
    private final List<DeliveredPackage> packages = new ArrayList<>();
    private AcceleratorException.Reason failure;

    public NodeStub runs(TaskReport task) {
        tasks.add(task);
        return this;
    }

    public NodeStub serves(LoadedService service) {
        services.add(service);
        return this;
    }

    public NodeStub holds(DeliveredPackage held) {
        packages.add(held);
        return this;
    }

    /** From now on every call ends so; null: no longer. */
    public NodeStub fails(AcceleratorException.Reason reason) {
        failure = reason;
        return this;
    }

    /** The calls so far. */
    public List<String> asked() {
        return asked;
    }

    private void note(String call) throws AcceleratorException {
        asked.add(call);
        if (failure != null) {
            throw new AcceleratorException(failure, "as the test says", null);
        }
    }

    @Override
    public List<DeliveredPackage> packages() throws AcceleratorException {
        note("packages");
        return packages;
    }

    @Override
    public List<LoadedService> services() throws AcceleratorException {
        note("services");
        return services;
    }

    @Override
    public List<TaskReport> tasks() throws AcceleratorException {
        note("tasks");
        return tasks;
    }

    @Override
    public void unloadService(String serviceId) throws AcceleratorException {
        note("unload " + serviceId);
    }

    @Override
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws AcceleratorException {
        note("stop " + taskIds);
        return taskIds.stream().map(id -> new TaskOutcome(id, true, null)).toList();
    }

    @Override
    public List<JsonObject> inspect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deliverPackage(PackageDelivery delivery) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removePackage(String packageId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void loadService(ServiceLoad load) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TaskOutcome> startTasks(List<TaskStart> starts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
