package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Job parameters as the column {@code parameters} keeps them. */
final class Parameters {

    private Parameters() {}

    static String toJson(Map<String, String> parameters) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(parameters).forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> fromJson(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> parameters = new TreeMap<>();
            json.keySet().forEach(key -> parameters.put(key, json.getString(key)));
            return parameters;
        }
    }
}
