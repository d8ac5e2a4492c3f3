package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.computility.shared.database.JsonColumn;

/** What a job says of its progress, as JSON. */
class ProgressFactsColumn extends JsonColumn<Map<String, Long>> {

    @Override
    protected JsonValue write(Map<String, Long> facts) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        new TreeMap<>(facts).forEach(json::add);
        return json.build();
    }

    @Override
    protected Map<String, Long> read(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        Map<String, Long> facts = new TreeMap<>();
        json.keySet().forEach(name -> facts.put(name, json.getJsonNumber(name).longValue()));
        return facts;
    }
}
