package org.computility.operations;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Job parameters as JSON. */
class ParametersColumn implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> parameters) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(parameters).forEach(json::add);
        return json.build().toString();
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> parameters = new TreeMap<>();
            json.keySet().forEach(key -> parameters.put(key, json.getString(key)));
            return parameters;
        }
    }
}
