package org.computility.system.observation;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.OptionalTool;
import org.computility.system.Visitor;
import org.computility.system.servers.TestSettings;

/** A Prometheus of Debian that scrapes the platform every second, in a folder and on a port of its own. */
final class RealPrometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONFIG = """
            global: {scrape_interval: 3s, scrape_timeout: 3s}
            scrape_configs:
              - job_name: computility
                metrics_path: /platform/v1/metrics
                authorization: {credentials: %s}
                static_configs:
                  - targets: ['%s']
            """;

    private final Process process;
    private final Visitor api;

    RealPrometheus(URI platform, String token, Path folder) {
        int port = TestSettings.freePort();
        String address = "127.0.0.1:" + port;
        try {
            Path config = Files.writeString(
                    folder.resolve("prometheus.yml"), CONFIG.formatted(token, platform.getAuthority()));
            process = new ProcessBuilder(
                            OptionalTool.require("prometheus").toString(),
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=" + address,
                            "--log.level=warn")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api = new Visitor(URI.create("http://" + address + "/"), Optional.empty());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> api.get("-/ready").status() == 200);
    }

    /** What it scrapes: the platform, once it has read its configuration. */
    List<JsonObject> targets() {
        return data("targets?state=active").getJsonArray("activeTargets").getValuesAs(JsonObject.class);
    }

    /** What the expression is now; an error where Prometheus does not understand it. */
    JsonArray query(String expression) {
        return data("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .getJsonArray("result");
    }

    /** Of all series that it has. */
    Set<String> names() {
        return answer("label/__name__/values").getJsonArray("data").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private JsonObject data(String path) {
        return answer(path).getJsonObject("data");
    }

    private JsonObject answer(String path) {
        Answer answer = api.get("api/v1/" + path).expect(200);
        try (var reader = Json.createReader(new java.io.StringReader(answer.text()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
