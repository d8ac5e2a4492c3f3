package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.computility.shared.database.JsonColumn;

/** Job parameters as JSON. */
class ParametersColumn extends JsonColumn<Map<String, String>> {

    @Override
    protected JsonValue write(Map<String, String> parameters) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        new TreeMap<>(parameters).forEach(json::add);
        return json.build();
    }

    @Override
    protected Map<String, String> read(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        Map<String, String> parameters = new TreeMap<>();
        json.keySet().forEach(key -> parameters.put(key, json.getString(key)));
        return parameters;
    }
}
