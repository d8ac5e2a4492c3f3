package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A node whose downloads go as far as the test says, see {@code docs/southbound.md}. It has no event stream: the platform
 * has to ask.
 */
public final class PackageNode implements AutoCloseable {

    private final String code;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, JsonObject> packages = new ConcurrentHashMap<>();
    private final List<JsonObject> deliveries = new CopyOnWriteArrayList<>();
    private volatile String refusal;
    private volatile String accelerator;
    private volatile JsonObject machine;
    private volatile int brokenStatus;
    private volatile String brokenBody;

    public PackageNode(String code) {
        this.code = code;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/ACSMP", this::answer);
        server.start();
    }

    public String code() {
        return code;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Registers and answers the token. */
    public String register(Platform platform, Platform.Account account) {
        return platform.anonymous()
                .post("ACSMP/Register", registration(account))
                .data()
                .getString("Token");
    }

    public JsonObject registration(Platform.Account account) {
        return Json.createObjectBuilder()
                .add("Code", code)
                .add("Type", "CAP")
                .add("IP", "127.0.0.1")
                .add("Port", port())
                .add("Username", account.username())
                .add("Password", account.password())
                .build();
    }

    /** From now on every write is refused with these words; null: no longer. */
    public void refuse(String words) {
        refusal = words;
    }

    /** From now on everything is answered with that status and text. */
    public void breakDown(int status, String body) {
        brokenBody = body;
        brokenStatus = status;
    }

    /** What kind of card its figures tell of from now on; null: of none. */
    public void hasAccelerator(String type) {
        accelerator = type;
    }

    /** A second machine that its figures tell of from now on. */
    public void hasAnotherMachine(JsonObject figures) {
        machine = figures;
    }

    /** How far the download of a package is. */
    public void state(String packageId, int status, double progress, String error) {
        var state = Json.createObjectBuilder()
                .add("AlgoFilePackageID", packageId)
                .add("Status", status)
                .add("DownloadProgress", progress)
                .add("ProgressUpdateTime", Instant.now().toString());
        if (error != null) {
            state.add("DownloadErrorMessage", error);
        }
        packages.put(packageId, state.build());
    }

    /** The bodies of all deliveries so far. */
    public List<JsonObject> deliveries() {
        return deliveries;
    }

    public boolean holds(String packageId) {
        return packages.containsKey(packageId);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/ACSMP".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (brokenStatus != 0) {
            send(exchange, brokenStatus, brokenBody);
            return;
        }
        boolean writes = !exchange.getRequestMethod().equals("GET");
        JsonValue data = writes && refusal != null ? null : data(exchange.getRequestMethod(), path, body);
        var envelope = Json.createObjectBuilder();
        if (writes && refusal != null) {
            envelope.add("Code", 40900).add("Message", refusal);
        } else {
            envelope.add("Code", data == null && !writes ? 40400 : 0).add("Message", "success");
        }
        if (data != null) {
            envelope.add("Data", data);
        }
        send(
                exchange,
                writes && refusal != null ? 409 : data == null && !writes ? 404 : 200,
                envelope.build().toString());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private JsonValue data(String method, String path, String body) {
        if (method.equals("DELETE")) {
            packages.remove(path.substring(path.lastIndexOf('/') + 1));
            return null;
        }
        if (method.equals("POST") && path.equals("/AlgoFilePackages")) {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                JsonObject delivery = reader.readObject();
                deliveries.add(delivery);
                state(delivery.getString("AlgoFilePackageID"), 1, 0, null);
            }
            return null;
        }
        return switch (path) {
            case "/Computility" ->
                machine == null
                        ? figures()
                        : Json.createArrayBuilder().add(figures()).add(machine).build();
            case "/AlgoFilePackages" -> list();
            case "/AlgoServices", "/Tasks" -> JsonValue.EMPTY_JSON_ARRAY;
            default -> null;
        };
    }

    private JsonValue list() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        packages.values().forEach(list::add);
        return list.build();
    }

    private JsonArrayBuilder cards() {
        JsonArrayBuilder cards = Json.createArrayBuilder();
        if (accelerator != null) {
            cards.add(Json.createObjectBuilder().add("XpuType", accelerator));
        }
        return cards;
    }

    private JsonObject figures() {
        return Json.createObjectBuilder()
                .add("DeviceID", code)
                .add("IP", "127.0.0.1")
                .add("HostName", "package-node")
                .add("IsOnline", true)
                .add("Cpu", 64)
                .add("CpuUtilization", 0.25)
                .add("XpuMonitors", cards())
                .build();
    }
}
