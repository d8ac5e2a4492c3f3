package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A node as {@code docs/southbound.md} describes it, without any algorithm: deliveries are done at once, services run at once,
 * tasks run and end when they should. It writes down when each task ran.
 */
public final class FakeNode implements AutoCloseable {

    private final String code;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, JsonObject> packages = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> services = new ConcurrentHashMap<>();
    private final Map<String, TaskRun> tasks = new ConcurrentHashMap<>();
    private final List<TaskRun> runs = new CopyOnWriteArrayList<>();
    private final List<JsonObject> starts = new CopyOnWriteArrayList<>();
    private final List<BlockingQueue<String>> streams = new CopyOnWriteArrayList<>();

    /** One run of one task; {@code endedAt} null while it runs. */
    public static final class TaskRun {
        private final String taskId;
        private final String serviceId;
        private final Instant startedAt = Instant.now();
        private volatile Instant endedAt;

        TaskRun(String taskId, String serviceId) {
            this.taskId = taskId;
            this.serviceId = serviceId;
        }

        public String taskId() {
            return taskId;
        }

        public Instant startedAt() {
            return startedAt;
        }

        public Instant endedAt() {
            return endedAt;
        }

        /** How long it ran. */
        public Duration length() {
            return Duration.between(startedAt, endedAt == null ? Instant.now() : endedAt);
        }
    }

    public FakeNode(String code) {
        this.code = code;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/ACSMP", this::answer);
        server.createContext("/ACSMP/Events", this::stream);
        server.start();
    }

    public String code() {
        return code;
    }

    /** Registers and answers the token. */
    public String register(Platform platform, Platform.Account account) {
        JsonObject body = Json.createObjectBuilder()
                .add("Code", code)
                .add("Type", "CAP")
                .add("IP", "127.0.0.1")
                .add("Port", server.getAddress().getPort())
                .add("Username", account.username())
                .add("Password", account.password())
                .build();
        return platform.anonymous().post("ACSMP/Register", body).data().getString("Token");
    }

    /** All runs so far, in the order of their starts. */
    public List<TaskRun> runs() {
        return runs;
    }

    /** The bodies of all task starts, one for each task. */
    public List<JsonObject> starts() {
        return starts;
    }

    /** Tasks that run now. */
    public long running() {
        return runs.stream().filter(run -> run.endedAt == null).count();
    }

    /** Tells the platform that a task failed. */
    public void fail(String taskId, String message) {
        TaskRun run = tasks.get(taskId);
        run.endedAt = Instant.now();
        send("task", report(run, "ERROR", message));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        clock.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/ACSMP".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject request = body.isEmpty()
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(body)).readObject();
        JsonValue data = data(exchange.getRequestMethod(), path, request);
        JsonObjectBuilder envelope = Json.createObjectBuilder().add("Code", 0).add("Message", "success");
        if (data != null) {
            envelope.add("Data", data);
        }
        byte[] bytes = envelope.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private JsonValue data(String method, String path, JsonObject request) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return switch (method + " " + path.replaceFirst("^(/[A-Za-z]+)/[0-9a-f-]{20,}$", "$1/*")) {
            case "GET /Computility" ->
                Json.createObjectBuilder().add("DeviceID", code).build();
            case "POST /AlgoFilePackages" -> deliver(request);
            case "GET /AlgoFilePackages" -> array(packages.values());
            case "DELETE /AlgoFilePackages/*" -> remove(id);
            case "POST /AlgoServices" -> load(request);
            case "GET /AlgoServices" -> array(services.values());
            case "DELETE /AlgoServices/*" -> unload(id);
            case "POST /Tasks/Start" -> start(request);
            case "POST /Tasks/Stop" -> stop(request);
            case "GET /Tasks" -> reports();
            default -> null;
        };
    }

    private JsonValue deliver(JsonObject request) {
        JsonObject delivered = Json.createObjectBuilder()
                .add("AlgoFilePackageID", request.getString("AlgoFilePackageID"))
                .add("Status", 3)
                .add("DownloadProgress", 1)
                .add("ProgressUpdateTime", Instant.now().toString())
                .build();
        packages.put(request.getString("AlgoFilePackageID"), delivered);
        send("package", delivered);
        return null;
    }

    private JsonValue load(JsonObject request) {
        JsonObject service = Json.createObjectBuilder()
                .add("AlgoServiceID", request.getString("AlgoServiceID"))
                .add("AlgoFilePackageID", request.getString("AlgoFilePackageID"))
                .add("Status", "RUNNING")
                .add("Replicas", request.getInt("Replicas"))
                .build();
        services.put(request.getString("AlgoServiceID"), service);
        send("service", service);
        return null;
    }

    private JsonValue unload(String id) {
        services.remove(id);
        tasks.values().stream().filter(run -> id.equals(run.serviceId)).forEach(run -> end(run, run.endedAt == null));
        return null;
    }

    private JsonValue start(JsonObject request) {
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (JsonObject task : request.getJsonArray("Tasks").getValuesAs(JsonObject.class)) {
            starts.add(task);
            String id = task.getString("TaskID");
            TaskRun present = tasks.get(id);
            if (present == null || present.endedAt != null) {
                TaskRun run = new TaskRun(id, task.getString("AlgoServiceID", null));
                tasks.put(id, run);
                runs.add(run);
                send("task", report(run, "RUNNING", null));
                if (task.containsKey("DurationLimit")) {
                    clock.schedule(() -> end(run, true), task.getInt("DurationLimit"), TimeUnit.SECONDS);
                }
            }
            outcomes.add(outcome(id));
        }
        return outcomes.build();
    }

    private JsonValue stop(JsonObject request) {
        JsonArrayBuilder outcomes = Json.createArrayBuilder();
        for (JsonString id : request.getJsonArray("TaskIDs").getValuesAs(JsonString.class)) {
            TaskRun run = tasks.get(id.getString());
            if (run != null) {
                end(run, run.endedAt == null);
            }
            outcomes.add(outcome(id.getString()));
        }
        return outcomes.build();
    }

    private void end(TaskRun run, boolean tell) {
        if (run.endedAt == null) {
            run.endedAt = Instant.now();
        }
        if (tell) {
            send("task", report(run, "FINISHED", null));
        }
    }

    private static JsonObject outcome(String id) {
        return Json.createObjectBuilder()
                .add("TaskID", id)
                .add("Code", 0)
                .add("Message", "success")
                .build();
    }

    private JsonValue reports() {
        List<JsonObject> reports = new ArrayList<>();
        tasks.values().forEach(run -> reports.add(report(run, run.endedAt == null ? "RUNNING" : "FINISHED", null)));
        return array(reports);
    }

    private static JsonObject report(TaskRun run, String status, String message) {
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("TaskID", run.taskId)
                .add("Status", status)
                .add("StartedAt", run.startedAt.toString())
                .add("Frames", 1);
        if (run.serviceId != null) {
            report.add("AlgoServiceID", run.serviceId);
        }
        if (run.endedAt != null) {
            report.add("EndedAt", run.endedAt.toString());
        }
        if (message != null) {
            report.add("Message", message);
        }
        return report.build();
    }

    private static JsonValue array(Iterable<JsonObject> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.forEach(array::add);
        return array.build();
    }

    private JsonValue remove(String packageId) {
        packages.remove(packageId);
        return null;
    }

    private void send(String event, JsonObject data) {
        String text = "event: " + event + "\ndata: " + data + "\n\n";
        streams.forEach(stream -> stream.add(text));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        packages.values().forEach(each -> queue.add("event: package\ndata: " + each + "\n\n"));
        services.values().forEach(each -> queue.add("event: service\ndata: " + each + "\n\n"));
        reports().asJsonArray().forEach(each -> queue.add("event: task\ndata: " + each + "\n\n"));
        streams.add(queue);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (true) {
                String next = queue.poll(5, TimeUnit.SECONDS);
                out.write((next == null ? ": alive\n\n" : next).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The platform has closed the stream.
        } finally {
            streams.remove(queue);
        }
    }
}
