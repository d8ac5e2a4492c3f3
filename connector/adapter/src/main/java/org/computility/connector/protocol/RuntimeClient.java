package org.computility.connector.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.computility.connector.AcceleratorAddress;
import org.computility.connector.AcceleratorException;
import org.computility.connector.AcceleratorException.Reason;
import org.computility.connector.DeliveredPackage;
import org.computility.connector.LoadedService;
import org.computility.connector.PackageDelivery;
import org.computility.connector.ServiceLoad;
import org.computility.connector.TaskOutcome;
import org.computility.connector.TaskReport;
import org.computility.connector.TaskStart;

/**
 * The calls to one runtime. Each is one HTTP exchange that ends within the time-out; safe for use by several threads.
 */
public final class RuntimeClient {

    private final Exchange exchange;
    private final AcceleratorAddress address;

    /** @param timeout from sending to the last byte of the answer */
    public RuntimeClient(RuntimeHttp http, AcceleratorAddress address, Duration timeout) {
        this.exchange = new Exchange(http, address, timeout);
        this.address = address;
    }

    /** {@code GET /Computility}. */
    public List<JsonObject> inspect() throws AcceleratorException {
        return read(exchange.get("/Computility"), Decoding::devices);
    }

    /** {@code POST /AlgoFilePackages}. */
    public void deliverPackage(PackageDelivery delivery) throws AcceleratorException {
        exchange.post("/AlgoFilePackages", Encoding.delivery(delivery));
    }

    /** {@code DELETE /AlgoFilePackages/{ID}}. */
    public void removePackage(String packageId) throws AcceleratorException {
        exchange.delete("/AlgoFilePackages/" + segment(packageId));
    }

    /** {@code GET /AlgoFilePackages}. */
    public List<DeliveredPackage> packages() throws AcceleratorException {
        return read(exchange.get("/AlgoFilePackages"), data -> Decoding.list(data, Decoding::delivered));
    }

    /** {@code POST /AlgoServices}. */
    public void loadService(ServiceLoad load) throws AcceleratorException {
        exchange.post("/AlgoServices", Encoding.load(load));
    }

    /** {@code DELETE /AlgoServices/{ID}}. */
    public void unloadService(String serviceId) throws AcceleratorException {
        exchange.delete("/AlgoServices/" + segment(serviceId));
    }

    /** {@code GET /AlgoServices}. */
    public List<LoadedService> services() throws AcceleratorException {
        return read(exchange.get("/AlgoServices"), data -> Decoding.list(data, Decoding::service));
    }

    /** {@code POST /Tasks/Start}; an empty list asks nobody. */
    public List<TaskOutcome> startTasks(List<TaskStart> tasks) throws AcceleratorException {
        return outcomes(
                "/Tasks/Start",
                Encoding.start(tasks),
                tasks.stream().map(TaskStart::taskId).toList());
    }

    /** {@code POST /Tasks/Stop}; an empty list asks nobody. */
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws AcceleratorException {
        return outcomes("/Tasks/Stop", Encoding.stop(taskIds), taskIds);
    }

    /** {@code GET /Tasks}. */
    public List<TaskReport> tasks() throws AcceleratorException {
        return read(exchange.get("/Tasks"), data -> Decoding.list(data, Decoding::task));
    }

    private List<TaskOutcome> outcomes(String path, JsonObject body, List<String> taskIds) throws AcceleratorException {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        List<TaskOutcome> outcomes = read(exchange.post(path, body), data -> Decoding.list(data, Decoding::outcome));
        // The callers pair outcomes with tasks by position.
        if (!outcomes.stream().map(TaskOutcome::taskId).toList().equals(taskIds)) {
            throw new AcceleratorException(
                    Reason.GARBLED, "POST " + path + " at " + address + ": not one outcome per task in order", null);
        }
        return outcomes;
    }

    private <T> T read(JsonValue data, Function<JsonValue, T> reading) throws AcceleratorException {
        try {
            return reading.apply(data);
        } catch (JsonException | ClassCastException e) {
            throw new AcceleratorException(
                    Reason.GARBLED, address + " answered something else than asked: " + e.getMessage(), e);
        }
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
