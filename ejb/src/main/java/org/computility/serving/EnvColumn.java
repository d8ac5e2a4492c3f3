package org.computility.serving;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.shared.database.JsonColumn;

/** Variables of a service as JSON. */
class EnvColumn extends JsonColumn<List<EnvItem>> {

    @Override
    protected JsonValue write(List<EnvItem> env) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        env.forEach(item ->
                array.add(JSON.createObjectBuilder().add("Name", item.name()).add("Value", item.value())));
        return array.build();
    }

    @Override
    protected List<EnvItem> read(JsonValue kept) {
        return kept.asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(item -> new EnvItem(item.getString("Name"), item.getString("Value")))
                .toList();
    }
}
