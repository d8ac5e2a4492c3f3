package org.computility.runtime.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.JsonText;
import org.computility.runtime.Refusal;
import org.computility.runtime.api.EventStreams.EventSink;
import org.computility.runtime.monitoring.DeviceMonitor;
import org.computility.runtime.packages.PackageState;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.services.ServiceState;
import org.computility.runtime.services.Services;
import org.computility.runtime.tasks.TaskState;
import org.computility.runtime.tasks.Tasks;

/** The table of {@code docs/southbound.md}, row by row. */
final class SouthboundOperations {

    private final DeviceMonitor monitor;
    private final PackageStore packages;
    private final Services services;
    private final Tasks tasks;

    SouthboundOperations(DeviceMonitor monitor, PackageStore packages, Services services, Tasks tasks) {
        this.monitor = monitor;
        this.packages = packages;
        this.services = services;
        this.tasks = tasks;
    }

    List<Operation> all() {
        return List.of(
                new Operation("GET", "/Computility", (id, body) -> monitor.look(services.list())),
                new Operation("POST", "/AlgoFilePackages", (id, body) -> deliver(object(body))),
                new Operation("GET", "/AlgoFilePackages", (id, body) -> array(packages.list(), PackageState::toJson)),
                new Operation("DELETE", "/AlgoFilePackages/{ID}", (id, body) -> remove(id)),
                new Operation("POST", "/AlgoServices", (id, body) -> load(object(body))),
                new Operation("GET", "/AlgoServices", (id, body) -> array(services.list(), ServiceState::toJson)),
                new Operation("DELETE", "/AlgoServices/{ID}", (id, body) -> unload(id)),
                new Operation("POST", "/Tasks/Start", (id, body) -> startAll(object(body))),
                new Operation("POST", "/Tasks/Stop", (id, body) -> stopAll(object(body))),
                new Operation("GET", "/Tasks", (id, body) -> array(tasks.list(), TaskState::toJson)));
    }

    /** The state of everything, as events. */
    void states(EventSink sink) {
        packages.list().forEach(each -> sink.accept("package", each.toJson()));
        services.list().forEach(each -> sink.accept("service", each.toJson()));
        tasks.list().forEach(each -> sink.accept("task", each.toJson()));
    }

    private JsonValue deliver(JsonObject body) throws Refusal {
        packages.deliver(body);
        return JsonValue.NULL;
    }

    private JsonValue remove(String id) throws Refusal, IOException {
        packages.remove(id, services::uses);
        return JsonValue.NULL;
    }

    private JsonValue load(JsonObject body) throws Refusal {
        services.load(body);
        return JsonValue.NULL;
    }

    private JsonValue unload(String id) throws Refusal {
        Set<String> laggards = tasks.stopService(id);
        if (!laggards.isEmpty()) {
            throw Refusal.conflict("Tasks of the service " + id + " are still ending: " + laggards.size());
        }
        services.unload(id);
        return JsonValue.NULL;
    }

    private JsonValue startAll(JsonObject body) throws Refusal {
        if (!(body.get("Tasks") instanceof JsonArray orders)) {
            throw Refusal.invalid("Tasks is missing or no list");
        }
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (JsonValue each : orders) {
            outcomes.add(start(each));
        }
        return outcomes.build();
    }

    /** One refused task leaves the others alone. */
    private JsonObject start(JsonValue order) {
        if (!(order instanceof JsonObject task)) {
            return outcome("", 400, "Tasks is a list of objects");
        }
        String id = task.get("TaskID") instanceof JsonString text ? text.getString() : "";
        try {
            tasks.start(task);
            return outcome(id, 0, "success");
        } catch (Refusal e) {
            return outcome(id, e.status(), e.getMessage());
        }
    }

    private JsonValue stopAll(JsonObject body) throws Refusal {
        List<String> ids = new JsonMembers(body).texts("TaskIDs");
        Set<String> laggards = tasks.stop(ids);
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (String id : ids) {
            boolean late = laggards.contains(id);
            outcomes.add(late ? outcome(id, 409, "The task is still ending") : outcome(id, 0, "success"));
        }
        return outcomes.build();
    }

    private static JsonObject outcome(String id, int status, String message) {
        return Json.createObjectBuilder()
                .add("TaskID", id)
                .add("Code", status * 100)
                .add("Message", message)
                .build();
    }

    private static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> toJson) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(each -> array.add(toJson.apply(each)));
        return array.build();
    }

    private static JsonObject object(byte[] body) throws Refusal {
        return JsonText.object(body).orElseThrow(() -> Refusal.invalid("The body is no JSON object"));
    }
}
