package org.computility.compute.monitoring;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import java.io.StringReader;
import java.util.List;

/** Figures of a node's machines as JSON. */
class FiguresColumn implements AttributeConverter<List<JsonObject>, String> {

    static String json(List<JsonObject> figures) {
        return JSON.createArrayBuilder(figures).build().toString();
    }

    @Override
    public String convertToDatabaseColumn(List<JsonObject> figures) {
        return figures == null ? null : json(figures);
    }

    // Rows older than nodes of several machines hold one object.
    @Override
    public List<JsonObject> convertToEntityAttribute(String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonValue figures = reader.readValue();
            return figures instanceof JsonObject only
                    ? List.of(only)
                    : List.copyOf(figures.asJsonArray().getValuesAs(JsonObject.class));
        }
    }
}
