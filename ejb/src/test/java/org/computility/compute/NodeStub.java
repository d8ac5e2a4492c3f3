package org.computility.compute;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskReport;
import org.computility.connector.accelerator.TaskStart;

/** A node that holds what a test says, or fails as the test says, and remembers what it was told. */
public final class NodeStub implements AcceleratorConnection {

    private final List<String> asked = new ArrayList<>();
    private final List<TaskReport> tasks = new ArrayList<>();
    private final List<LoadedService> services = new ArrayList<>();
    private final List<DeliveredPackage> packages = new ArrayList<>();
    private RuntimeFailure.Reason failure;
    private TaskOutcome.Kind decision = TaskOutcome.Kind.ACCEPTED;
    private String words;
    private CountDownLatch gate = new CountDownLatch(0);

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
    public NodeStub fails(RuntimeFailure.Reason reason) {
        failure = reason;
        return this;
    }

    /** From now on it answers only then. */
    public NodeStub waitsFor(CountDownLatch moment) {
        gate = moment;
        return this;
    }

    /** The calls so far. */
    public List<String> asked() {
        return asked;
    }

    /** From now on it says so of every task that it is to start or stop. */
    public NodeStub decides(TaskOutcome.Kind kind, String message) {
        decision = kind;
        words = message;
        return this;
    }

    private List<TaskOutcome> outcomes(List<String> taskIds) {
        return taskIds.stream().map(id -> new TaskOutcome(id, decision, words)).toList();
    }

    private void note(String call) throws RuntimeFailure {
        asked.add(call);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw new RuntimeFailure(failure, "as the test says", null);
        }
    }

    @Override
    public List<DeliveredPackage> packages() throws RuntimeFailure {
        note("packages");
        return packages;
    }

    @Override
    public List<LoadedService> services() throws RuntimeFailure {
        note("services");
        return services;
    }

    @Override
    public List<TaskReport> tasks() throws RuntimeFailure {
        note("tasks");
        return tasks;
    }

    @Override
    public void unloadService(String serviceId) throws RuntimeFailure {
        note("unload " + serviceId);
    }

    @Override
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws RuntimeFailure {
        note("stop " + taskIds);
        return outcomes(taskIds);
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
    public void loadService(ServiceLoad load) throws RuntimeFailure {
        note("load " + load.serviceId() + " " + load.replicas() + " × " + load.streamsPerReplica());
    }

    @Override
    public List<TaskOutcome> startTasks(List<TaskStart> starts) throws RuntimeFailure {
        List<String> ids = starts.stream().map(TaskStart::taskId).toList();
        note("start " + ids);
        return outcomes(ids);
    }

    @Override
    public void close() {}
}
