package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** What a job says of its progress, as JSON. */
class ProgressFactsColumn implements AttributeConverter<Map<String, Long>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, Long> facts) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(facts).forEach(json::add);
        return json.build().toString();
    }

    @Override
    public Map<String, Long> convertToEntityAttribute(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, Long> facts = new TreeMap<>();
            json.keySet()
                    .forEach(name -> facts.put(name, json.getJsonNumber(name).longValue()));
            return facts;
        }
    }
}
