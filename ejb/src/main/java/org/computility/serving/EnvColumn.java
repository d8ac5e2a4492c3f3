package org.computility.serving;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.shared.database.JsonColumn;

/** Variables of a service as JSON. */
class EnvColumn extends JsonColumn<List<EnvItem>> {

    @Override
    protected JsonValue write(List<EnvItem> env) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        env.forEach(item -> array.add(write(item)));
        return array.build();
    }

    private static JsonObjectBuilder write(EnvItem item) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("Name", item.name()).add("Value", item.value());
        return item.injected() ? json.add("Injected", true) : json;
    }

    @Override
    protected List<EnvItem> read(JsonValue kept) {
        return kept.asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(item -> new EnvItem(
                        item.getString("Name"), item.getString("Value"), item.getBoolean("Injected", false)))
                .toList();
    }
}
