package org.computility.shared.rest.contract.body;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Members that count as absent wherever they stand: null members, and empty texts where an operation says so. Elements
 * of an array are no members; they stay.
 */
public record AbsentMembers(boolean emptyToo) {

    /** Whether the value holds such members. Most bodies hold none, and need not be built again. */
    public boolean occurIn(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.values().stream().anyMatch(member -> isAbsent(member) || occurIn(member));
        }
        return value instanceof JsonArray array && array.stream().anyMatch(this::occurIn);
    }

    /** The value without them. */
    public JsonValue droppedFrom(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder kept = JSON.createObjectBuilder();
            object.forEach((name, member) -> {
                if (!isAbsent(member)) {
                    kept.add(name, droppedFrom(member));
                }
            });
            return kept.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.forEach(element -> elements.add(droppedFrom(element)));
            return elements.build();
        }
        return value;
    }

    private boolean isAbsent(JsonValue member) {
        return member.getValueType() == JsonValue.ValueType.NULL
                || (emptyToo
                        && member instanceof JsonString text
                        && text.getString().isEmpty());
    }
}
