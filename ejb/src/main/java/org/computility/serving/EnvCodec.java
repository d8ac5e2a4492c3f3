package org.computility.serving;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variables of a service as its row keeps them and as its node wants them. */
final class EnvCodec {

    private EnvCodec() {}

    static String json(List<EnvItem> env) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        env.forEach(item ->
                array.add(JSON.createObjectBuilder().add("Name", item.name()).add("Value", item.value())));
        return array.build().toString();
    }

    static List<EnvItem> items(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(item -> new EnvItem(item.getString("Name"), item.getString("Value")))
                    .toList();
        }
    }

    static Map<String, String> map(List<EnvItem> env) {
        Map<String, String> map = new LinkedHashMap<>();
        env.forEach(item -> map.put(item.name(), item.value()));
        return map;
    }
}
