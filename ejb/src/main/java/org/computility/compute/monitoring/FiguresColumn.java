package org.computility.compute.monitoring;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.shared.database.JsonColumn;

/** Figures of a node's machines as JSON. */
class FiguresColumn extends JsonColumn<List<JsonObject>> {

    @Override
    protected JsonValue write(List<JsonObject> figures) {
        return JSON.createArrayBuilder(figures).build();
    }

    // Rows from before nodes could have several machines hold one object.
    @Override
    protected List<JsonObject> read(JsonValue kept) {
        return kept instanceof JsonObject only
                ? List.of(only)
                : List.copyOf(kept.asJsonArray().getValuesAs(JsonObject.class));
    }
}
