package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** What a job says of its progress, as the column {@code progress_facts} keeps it. */
final class ProgressFacts {

    private ProgressFacts() {}

    static String toJson(Map<String, Long> facts) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(facts).forEach(json::add);
        return json.build().toString();
    }

    static Map<String, Long> fromJson(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, Long> facts = new TreeMap<>();
            json.keySet()
                    .forEach(name -> facts.put(name, json.getJsonNumber(name).longValue()));
            return facts;
        }
    }
}
