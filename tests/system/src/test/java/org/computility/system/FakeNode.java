package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.computility.system.servers.TestSettings;

/**
 * A node as {@code docs/southbound.md} describes it, without any algorithm: deliveries are done at once, services run at once,
 * tasks run and end when they should. It keeps alive, and can vanish and come back.
 */
public final class FakeNode implements AutoCloseable {

    // Often enough for the shortest time-out that a test sets.
    private static final long KEEPALIVE_SECONDS = 2;

    private static final int CONFLICT = 409;

    private final String code;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService keepalives = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, JsonObject> packages = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> services = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> loads = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final EventFeed events = new EventFeed();
    private final NodeTasks tasks = new NodeTasks(events);
    private volatile JsonObject figures;
    private volatile boolean present = true;
    private volatile String refusal;
    private volatile boolean deafToUnloads;
    private volatile Refusal closed;
    private volatile CountDownLatch loading = new CountDownLatch(0);
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile Visitor self;
    private volatile Platform.Account owner;
    private HttpServer server;

    /** How a whole call is refused. */
    private record Refusal(int status, String words) {}

    /** One run of one task; {@code endedAt} null while it runs. */
    public static final class TaskRun {
        private final String taskId;
        private final String serviceId;
        private final Instant startedAt = Instant.now();
        private volatile boolean ending;
        private volatile Instant endedAt;

        TaskRun(String taskId, String serviceId) {
            this.taskId = taskId;
            this.serviceId = serviceId;
        }

        /** It is told to end and does not yet. */
        void beginToEnd() {
            ending = true;
        }

        boolean isEnding() {
            return ending && endedAt == null;
        }

        void end() {
            if (endedAt == null) {
                endedAt = Instant.now();
            }
        }

        public String taskId() {
            return taskId;
        }

        String serviceId() {
            return serviceId;
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
        this(code, TestSettings.freePort());
    }

    /** At a port that was another's before. */
    public FakeNode(String code, int port) {
        this.code = code;
        figures = Json.createObjectBuilder().add("DeviceID", code).build();
        serve(port);
        keepalives.scheduleWithFixedDelay(this::keepAlive, KEEPALIVE_SECONDS, KEEPALIVE_SECONDS, TimeUnit.SECONDS);
    }

    public String code() {
        return code;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** How often it was asked so, as in {@code GET /Tasks}. */
    public int asked(String call) {
        return asked.getOrDefault(call, 0);
    }

    /** Registers, answers the token, and keeps alive with it from now on. */
    public String register(Platform platform, Platform.Account account) {
        return register(platform, account, true);
    }

    /** Registers as a node without services, which takes tasks directly ({@code SupportAlgoService} false). */
    public String registerForTasksOnly(Platform platform, Platform.Account account) {
        return register(platform, account, false);
    }

    private String register(Platform platform, Platform.Account account, boolean services) {
        JsonObject body = Json.createObjectBuilder()
                .add("Code", code)
                .add("Type", "CAP")
                .add("IP", "127.0.0.1")
                .add("Port", server.getAddress().getPort())
                .add("Username", account.username())
                .add("Password", account.password())
                .add("SupportAlgoService", services)
                .build();
        String token = platform.anonymous().post("ACSMP/Register", body).data().getString("Token");
        self = platform.as(token);
        owner = account;
        return token;
    }

    /** Leaves for good; what it runs, it runs on until it is told otherwise. */
    public void unregister(Platform platform) {
        self = null;
        JsonObject body = Json.createObjectBuilder()
                .add("Code", code)
                .add("Username", owner.username())
                .add("Password", owner.password())
                .build();
        platform.anonymous().post("ACSMP/UnRegister", body).expect(200);
    }

    /** Gone as after a pulled cable: no keepalive, no answer. What it runs, it runs on. */
    public void vanish() {
        present = false;
        events.interrupt();
        server.stop(0);
    }

    /** After it vanished: it keeps alive, and listens nowhere. */
    public void keepAliveOnly() {
        present = true;
    }

    /** There again at the same address, with all that it had; it keeps alive but does not register. */
    public void comeBack() {
        events.mend();
        serve(server.getAddress().getPort());
        present = true;
    }

    /** What it says of itself from now on: {@code DeviceInfo} of annex G. */
    public void tell(JsonObject deviceInfo) {
        figures = deviceInfo;
    }

    /** Has the packages and services that another one, of the same code, kept on its disk. */
    public void inherit(FakeNode former) {
        packages.putAll(former.packages);
        services.putAll(former.services);
    }

    /** The event streams, to break them and count them. */
    public EventFeed events() {
        return events;
    }

    /** The tasks, to change them behind the platform's back. */
    public NodeTasks tasks() {
        return tasks;
    }

    /** All runs so far, in the order of their starts. */
    public List<TaskRun> runs() {
        return tasks.runs();
    }

    /** The bodies of all task starts, one for each task. */
    public List<JsonObject> starts() {
        return tasks.starts();
    }

    /** Tasks that run now. */
    public long running() {
        return runs().stream().filter(run -> run.endedAt() == null).count();
    }

    /** Whether a service is loaded here, in whatever state. */
    public boolean serves(String service) {
        return services.containsKey(service);
    }

    /** The body by which the service was loaded. */
    public JsonObject loaded(String service) {
        return loads.get(service);
    }

    /** How many replicas the service has here; 0 where it is not loaded. */
    public int replicas(String service) {
        JsonObject loaded = services.get(service);
        return loaded == null ? 0 : loaded.getInt("Replicas");
    }

    /** From now on it refuses to load services, and to change them, with these words; null: no longer. */
    public void refuseLoads(String words) {
        refusal = words;
    }

    /** From now on it hears no unload of a service, and breaks off the call; false: it hears them. */
    public void missUnloads(boolean missed) {
        deafToUnloads = missed;
    }

    /** From now on it answers every call for starts so, whatever the tasks. */
    public void closeForStarts(int status, String words) {
        closed = new Refusal(status, words);
    }

    /** From now on loads of services are done, and answered, only at that moment. */
    public void holdLoads(CountDownLatch moment) {
        loading = moment;
    }

    /** From now on stops of tasks are done, and answered, only at that moment. */
    public void holdStops(CountDownLatch moment) {
        stopping = moment;
    }

    /** The services that are loaded here. */
    public Set<String> services() {
        return Set.copyOf(services.keySet());
    }

    /** The service is gone from here, with its tasks, and nobody is told. */
    public void lose(String service) {
        services.remove(service);
        tasks.loseAllOf(service);
    }

    /** The service is gone from here, its tasks run on, and nobody is told. */
    public void drop(String service) {
        services.remove(service);
    }

    public boolean holds(String packageId) {
        return packages.containsKey(packageId);
    }

    /** Tells the platform how a service is and, unless null, what it runs on. */
    public void report(String service, String status, String xpuType) {
        JsonObjectBuilder changed =
                Json.createObjectBuilder(services.get(service)).add("Status", status);
        if (xpuType != null) {
            changed.add("XpuType", xpuType);
        }
        services.put(service, changed.build());
        events.send("service", services.get(service));
    }

    /** Tells the platform that a task failed. */
    public void fail(String taskId, String message) {
        tasks.fail(taskId, message);
    }

    @Override
    public void close() {
        keepalives.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
        tasks.close();
    }

    private void serve(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/ACSMP", this::answer);
        server.createContext("/ACSMP/Events", exchange -> events.serve(exchange, state()));
        server.start();
    }

    private void keepAlive() {
        Visitor registered = self;
        if (registered != null && present) {
            try {
                registered.post(
                        "ACSMP/Keepalive",
                        Json.createObjectBuilder().add("Code", code).build());
            } catch (UncheckedIOException | IllegalStateException e) {
                // The platform is away; it is told again soon.
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/ACSMP".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject request = body.isEmpty()
                ? JsonValue.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(body)).readObject();
        asked.merge(exchange.getRequestMethod() + " " + path, 1, Integer::sum);
        if (deafToUnloads && exchange.getRequestMethod().equals("DELETE") && path.startsWith("/AlgoServices/")) {
            exchange.close();
            return;
        }
        Refusal refused = refusal(exchange.getRequestMethod(), path);
        JsonObjectBuilder envelope = Json.createObjectBuilder()
                .add("Code", refused == null ? 0 : refused.status() * 100)
                .add("Message", refused == null ? "success" : refused.words());
        JsonValue data = refused == null ? data(exchange.getRequestMethod(), path, request) : null;
        if (data != null) {
            envelope.add("Data", data);
        }
        byte[] bytes = envelope.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(refused == null ? 200 : refused.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Why it refuses; null: it does not. */
    private Refusal refusal(String method, String path) {
        if (method.equals("DELETE") && isLoaded(path)) {
            return new Refusal(CONFLICT, "a service of it is loaded");
        }
        if (refusal != null && method.equals("POST") && path.equals("/AlgoServices")) {
            return new Refusal(CONFLICT, refusal);
        }
        return path.equals("/Tasks/Start") ? closed : null;
    }

    /** Whether the path is that of a package that a service here needs. */
    private boolean isLoaded(String path) {
        return services.values().stream()
                .anyMatch(service -> path.equals("/AlgoFilePackages/" + service.getString("AlgoFilePackageID")));
    }

    private JsonValue data(String method, String path, JsonObject request) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return switch (method + " " + path.replaceFirst("^(/[A-Za-z]+)/[0-9a-f-]{20,}$", "$1/*")) {
            case "GET /Computility" -> figures;
            case "POST /AlgoFilePackages" -> deliver(request);
            case "GET /AlgoFilePackages" -> array(packages.values());
            case "DELETE /AlgoFilePackages/*" -> remove(id);
            case "POST /AlgoServices" -> load(request);
            case "GET /AlgoServices" -> array(services.values());
            case "DELETE /AlgoServices/*" -> unload(id);
            case "POST /Tasks/Start" -> tasks.start(request);
            case "POST /Tasks/Stop" -> stop(request);
            case "GET /Tasks" -> tasks.reports();
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
        events.send("package", delivered);
        return null;
    }

    private JsonValue stop(JsonObject request) {
        await(stopping);
        return tasks.stop(request);
    }

    private static void await(CountDownLatch moment) {
        try {
            moment.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonValue load(JsonObject request) {
        loads.put(request.getString("AlgoServiceID"), request);
        await(loading);
        JsonObject service = Json.createObjectBuilder()
                .add("AlgoServiceID", request.getString("AlgoServiceID"))
                .add("AlgoFilePackageID", request.getString("AlgoFilePackageID"))
                .add("Status", "RUNNING")
                .add("Replicas", request.getInt("Replicas"))
                .build();
        services.put(request.getString("AlgoServiceID"), service);
        events.send("service", service);
        return null;
    }

    private JsonValue unload(String id) {
        services.remove(id);
        tasks.stopAllOf(id);
        return null;
    }

    private JsonValue remove(String packageId) {
        packages.remove(packageId);
        return null;
    }

    /** What a new event stream begins with. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        packages.values().forEach(each -> state.add(EventFeed.text("package", each)));
        services.values().forEach(each -> state.add(EventFeed.text("service", each)));
        tasks.reports().getValuesAs(JsonObject.class).forEach(each -> state.add(EventFeed.text("task", each)));
        return state;
    }

    private static JsonValue array(Iterable<JsonObject> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.forEach(array::add);
        return array.build();
    }
}
