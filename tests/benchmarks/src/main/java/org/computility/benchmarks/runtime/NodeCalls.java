package org.computility.benchmarks.runtime;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The southbound API of a node, called as a platform calls it. */
final class NodeCalls {

    static final String USERNAME = "node";
    static final String PASSWORD = "secret";

    private static final String CREDENTIAL =
            Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    NodeCalls(int port) {
        this.port = port;
    }

    /** Waits until so many of a list have that value; fails once one of them is in ERROR. */
    void awaitMember(String path, String member, String value, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (true) {
            List<JsonObject> all = call("GET", path, null).getJsonArray("Data").getValuesAs(JsonObject.class);
            if (all.stream().filter(e -> e.get(member).toString().equals(value)).count() >= count) {
                return;
            }
            for (JsonObject each : all) {
                if (each.get(member).toString().equals("\"ERROR\"")) {
                    throw new IOException(path + ": " + each.getString("Message", "ERROR"));
                }
            }
            if (System.nanoTime() > end) {
                throw new IOException(path + " never came to " + value + ": " + call("GET", path, null));
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    JsonObject call(String method, String path, JsonObject body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ACSMP" + path))
                .header("Authorization", "Basic " + CREDENTIAL)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject();
        }
    }
}
