package org.computility.connector.accelerator;

import jakarta.json.JsonObject;
import java.util.List;
import org.computility.connector.RuntimeFailure;

/**
 * A conversation with one accelerator runtime. Every method is one HTTP exchange with a time-out and throws {@link
 * RuntimeFailure} instead of answering {@code null}. Methods may be repeated: the runtime treats a repeated
 * delivery, load, start or stop as done.
 */
public interface AcceleratorConnection extends AutoCloseable {

    /** The live figures of the node's machines, one or several: each a {@code DeviceInfo} as in T/BAX 0006.5 G.4's example. */
    List<JsonObject> inspect() throws RuntimeFailure;

    /** Asks the runtime to download a package; returns before the download ends, see {@link #packages()}. */
    void deliverPackage(PackageDelivery delivery) throws RuntimeFailure;

    /** Removes a package from the runtime's disk; a package that the runtime does not hold is no error. */
    void removePackage(String packageId) throws RuntimeFailure;

    /** The packages on the runtime with their download progress (F.4). */
    List<DeliveredPackage> packages() throws RuntimeFailure;

    /** Loads a package as a service; returns when the runtime has accepted, the state follows as an event. */
    void loadService(ServiceLoad load) throws RuntimeFailure;

    /** Unloads a service and stops its tasks; a service that is not loaded is no error. */
    void unloadService(String serviceId) throws RuntimeFailure;

    /** The services of the runtime (F.13). */
    List<LoadedService> services() throws RuntimeFailure;

    /** Starts tasks in one exchange; one outcome per task, in the given order. */
    List<TaskOutcome> startTasks(List<TaskStart> tasks) throws RuntimeFailure;

    /**
     * Stops tasks in one exchange; one outcome per task, in the given order. A task that is not there counts as
     * stopped.
     */
    List<TaskOutcome> stopTasks(List<String> taskIds) throws RuntimeFailure;

    /** All tasks the runtime knows, finished ones included until it forgets them. */
    List<TaskReport> tasks() throws RuntimeFailure;

    @Override
    void close() throws RuntimeFailure;
}
