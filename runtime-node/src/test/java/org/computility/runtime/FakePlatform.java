package org.computility.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays the platform: takes registrations and results, hands out packages; can be told to misbehave. */
public final class FakePlatform implements AutoCloseable {

    public final List<JsonObject> registrations = new CopyOnWriteArrayList<>();
    public final List<JsonObject> results = new CopyOnWriteArrayList<>();
    public final AtomicInteger keepalives = new AtomicInteger();
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();
    public final List<String> ranges = new CopyOnWriteArrayList<>();

    /** The status that results are answered with. */
    public volatile int resultsStatus = 200;

    /** How many bytes of a file go out before the connection breaks, once. */
    public volatile int breakAfter = Integer.MAX_VALUE;

    private volatile String token = "token-0";
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public FakePlatform() throws IOException {
        this(0);
    }

    public FakePlatform(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/ACSMP/Register", this::register);
        server.createContext("/ACSMP/Keepalive", this::keepalive);
        server.createContext("/platform/v1/results", this::take);
        server.createContext("/receiver", this::receive);
        server.createContext("/files/", this::file);
        server.createContext("/elsewhere", this::sendOn);
        server.start();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Forgets the node, as a platform with an empty database would. */
    public void forget() {
        token = "token-" + (registrations.size() + 1000);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void register(HttpExchange exchange) throws IOException {
        registrations.add(json(exchange));
        token = "token-" + registrations.size();
        answer(exchange, 200, "{\"Code\":0,\"Message\":\"success\",\"Data\":{\"Token\":\"" + token + "\"}}");
    }

    private void keepalive(HttpExchange exchange) throws IOException {
        json(exchange);
        if (!token.equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"))) {
            answer(exchange, 401, "{\"Code\":40101,\"Message\":\"unknown token\"}");
            return;
        }
        keepalives.incrementAndGet();
        answer(exchange, 200, "{\"Code\":0,\"Message\":\"success\"}");
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean known = token.equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        int status = known ? resultsStatus : 401;
        JsonObject body = json(exchange);
        if (status == 200) {
            results.addAll(body.getJsonArray("results").getValuesAs(JsonObject.class));
        }
        answer(exchange, status, "{}");
    }

    public final List<JsonObject> received = new CopyOnWriteArrayList<>();

    private void receive(HttpExchange exchange) throws IOException {
        received.addAll(json(exchange).getJsonArray("results").getValuesAs(JsonObject.class));
        answer(exchange, 200, "{}");
    }

    private void file(HttpExchange exchange) throws IOException {
        byte[] content = files.get(exchange.getRequestURI().getPath().substring("/files/".length()));
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        int until = Math.min(content.length, breakAfter);
        breakAfter = Integer.MAX_VALUE;
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(Arrays.copyOfRange(content, from, until));
        }
    }

    /** Redirects {@code /elsewhere/x} to {@code /x}. */
    private void sendOn(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/elsewhere".length());
        exchange.getResponseHeaders().add("Location", url(path).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static JsonObject json(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody();
                var reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
