package org.computility.benchmarks.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** A rule's {@code ResultReceiveUrl} in this process: takes everything and counts it; what is in it is read when asked for. */
final class ResultReceiver implements AutoCloseable {

    private static final String ONCE_A_RESULT = "\"sequence\":";

    private final HttpServer server;
    private final LongAdder results = new LongAdder();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    ResultReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/results";
    }

    long count() {
        return results.sum();
    }

    /** What came of one task, in order. */
    Findings findings(String taskId) {
        List<JsonObject> results = new ArrayList<>();
        for (String body : bodies) {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                reader.readObject().getJsonArray("results").getValuesAs(JsonObject.class).stream()
                        .filter(r -> r.getString("taskInstanceId").equals(taskId))
                        .forEach(results::add);
            }
        }
        results.sort(Comparator.comparingInt(r -> r.getInt("sequence")));
        return new Findings(results);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        results.add(occurrences(body));
        bodies.add(body);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static int occurrences(String body) {
        int count = 0;
        for (int at = body.indexOf(ONCE_A_RESULT); at >= 0; at = body.indexOf(ONCE_A_RESULT, at + 1)) {
            count++;
        }
        return count;
    }
}
