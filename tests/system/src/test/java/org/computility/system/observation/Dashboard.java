package org.computility.system.observation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The dashboard for Grafana, as people import it. */
record Dashboard(JsonObject json) {

    private static final Pattern NAME = Pattern.compile("\\b(?:computility|http|jvm|process|system)_[a-z0-9_]+");

    static Dashboard read() {
        Path file = Path.of(System.getProperty("computility.root"), "docs/grafana/computility.json");
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return new Dashboard(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its panels ask for, with a period in place of Grafana's variable. */
    List<String> expressions() {
        return json.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                .map(panel -> panel.getOrDefault("targets", JsonValue.EMPTY_JSON_ARRAY))
                .map(JsonValue::asJsonArray)
                .flatMap(JsonArray::stream)
                .map(target -> target.asJsonObject().getString("expr").replace("$__rate_interval", "1m"))
                .toList();
    }

    /** The series that an expression reads. */
    static Set<String> series(String expression) {
        return NAME.matcher(expression).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
