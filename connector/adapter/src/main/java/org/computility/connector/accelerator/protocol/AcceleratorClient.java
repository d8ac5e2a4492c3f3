package org.computility.connector.accelerator.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskReport;
import org.computility.connector.accelerator.TaskStart;
import org.computility.connector.http.Answer;
import org.computility.connector.http.Exchange;
import org.computility.connector.http.RuntimeHttp;

/**
 * The calls to one runtime. Each is one HTTP exchange that ends within the time-out; safe for use by several threads.
 */
public final class AcceleratorClient {

    private static final String START = "/Tasks/Start";
    private static final String STOP = "/Tasks/Stop";

    /** What a node answers while it is busy, starting or broken: it has decided nothing about the tasks. */
    private static final Set<Integer> FOR_NOW = Set.of(409, 425, 429, 500, 502, 503, 504);

    private final RuntimeHttp http;
    private final RuntimeAddress address;
    private final Duration timeout;

    /** @param timeout from sending to the last byte of the answer */
    public AcceleratorClient(RuntimeHttp http, RuntimeAddress address, Duration timeout) {
        this.http = http;
        this.address = address;
        this.timeout = timeout;
    }

    /** {@code GET /Computility}. */
    public List<JsonObject> inspect() throws RuntimeFailure {
        return read(get("/Computility"), DeviceInfo::all);
    }

    /** {@code POST /AlgoFilePackages}. */
    public void deliverPackage(PackageDelivery delivery) throws RuntimeFailure {
        post("/AlgoFilePackages", Encoding.delivery(delivery));
    }

    /** {@code DELETE /AlgoFilePackages/{ID}}. */
    public void removePackage(String packageId) throws RuntimeFailure {
        delete("/AlgoFilePackages/" + segment(packageId));
    }

    /** {@code GET /AlgoFilePackages}. */
    public List<DeliveredPackage> packages() throws RuntimeFailure {
        return read(get("/AlgoFilePackages"), data -> Decoding.list(data, Decoding::delivered));
    }

    /** {@code POST /AlgoServices}. */
    public void loadService(ServiceLoad load) throws RuntimeFailure {
        post("/AlgoServices", Encoding.load(load));
    }

    /** {@code DELETE /AlgoServices/{ID}}. */
    public void unloadService(String serviceId) throws RuntimeFailure {
        delete("/AlgoServices/" + segment(serviceId));
    }

    /** {@code GET /AlgoServices}. */
    public List<LoadedService> services() throws RuntimeFailure {
        return read(get("/AlgoServices"), data -> Decoding.list(data, Decoding::service));
    }

    /**
     * {@code POST /Tasks/Start}; an empty list asks nobody. Where the node does not decide about tasks, but refuses the whole
     * call for now or does not accept the credential, all of them are {@link TaskOutcome.Kind#CLOSED}.
     */
    public List<TaskOutcome> startTasks(List<TaskStart> tasks) throws RuntimeFailure {
        List<String> ids = tasks.stream().map(TaskStart::taskId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Answer answer = exchange().post(START, Encoding.start(tasks).toString());
        try {
            return outcomes(START, data(answer), ids);
        } catch (RuntimeFailure e) {
            if (!passes(answer, e)) {
                throw e;
            }
            return ids.stream()
                    .map(id -> new TaskOutcome(id, TaskOutcome.Kind.CLOSED, e.getMessage()))
                    .toList();
        }
    }

    private static boolean passes(Answer answer, RuntimeFailure failure) {
        return failure.reason() == Reason.NOT_ACCEPTED
                || failure.reason() == Reason.REFUSED && FOR_NOW.contains(answer.status());
    }

    /** {@code POST /Tasks/Stop}; an empty list asks nobody. */
    public List<TaskOutcome> stopTasks(List<String> taskIds) throws RuntimeFailure {
        return taskIds.isEmpty() ? List.of() : outcomes(STOP, post(STOP, Encoding.stop(taskIds)), taskIds);
    }

    /** {@code GET /Tasks}. */
    public List<TaskReport> tasks() throws RuntimeFailure {
        return read(get("/Tasks"), data -> Decoding.list(data, Decoding::task));
    }

    private JsonValue get(String path) throws RuntimeFailure {
        return data(exchange().get(path));
    }

    private void delete(String path) throws RuntimeFailure {
        data(exchange().delete(path));
    }

    private JsonValue post(String path, JsonObject body) throws RuntimeFailure {
        return data(exchange().post(path, body.toString()));
    }

    private Exchange exchange() throws RuntimeFailure {
        return new Exchange(http, NodeTarget.of(address), timeout);
    }

    private static JsonValue data(Answer answer) throws RuntimeFailure {
        try {
            return Envelope.data(answer.status(), answer.body());
        } catch (RuntimeFailure e) {
            throw new RuntimeFailure(e.reason(), answer.about() + ": " + e.getMessage(), e.getCause());
        } catch (JsonException | ClassCastException | IllegalArgumentException e) {
            throw new RuntimeFailure(Reason.GARBLED, answer.about() + ": the answer is no JSON envelope", e);
        }
    }

    private List<TaskOutcome> outcomes(String path, JsonValue data, List<String> taskIds) throws RuntimeFailure {
        List<TaskOutcome> outcomes = read(data, list -> Decoding.list(list, Decoding::outcome));
        // The callers pair outcomes with tasks by position.
        if (!outcomes.stream().map(TaskOutcome::taskId).toList().equals(taskIds)) {
            throw new RuntimeFailure(
                    Reason.GARBLED, "POST " + path + " at " + address + ": not one outcome per task in order", null);
        }
        return outcomes;
    }

    private <T> T read(JsonValue data, Function<JsonValue, T> reading) throws RuntimeFailure {
        try {
            return reading.apply(data);
        } catch (JsonException | ClassCastException e) {
            throw new RuntimeFailure(
                    Reason.GARBLED, address + " answered something else than asked: " + e.getMessage(), e);
        }
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
