package org.computility.algorithms;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** A package's declared variables as the JSON array that the column {@code env} holds. */
final class EnvJson {

    private EnvJson() {}

    static String write(List<PackageView.Env> env) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (PackageView.Env variable : env) {
            JsonObjectBuilder object =
                    Json.createObjectBuilder().add("name", variable.name()).add("required", variable.required());
            if (variable.value() != null) {
                object.add("value", variable.value());
            }
            array.add(object);
        }
        return array.build().toString();
    }

    static List<PackageView.Env> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(object -> new PackageView.Env(
                            object.getString("name"), object.getString("value", null), object.getBoolean("required")))
                    .toList();
        }
    }
}
