package org.computility.system.printed;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;

/** What an answer lacks of a printed one: members by their names, and the types of their values. */
final class Shape {

    private final List<String> differences = new ArrayList<>();

    private Shape() {}

    /** {@code /Data/0/Name missing} or {@code /Code STRING, not NUMBER}, each member in the order of the print. */
    static List<String> differences(JsonObject printed, JsonObject answered) {
        Shape shape = new Shape();
        shape.compare("", printed, answered);
        return shape.differences;
    }

    private void compare(String path, JsonValue printed, JsonValue answered) {
        if (printed == JsonValue.NULL) {
            return;
        }
        if (type(printed) != type(answered)) {
            differences.add(path + " " + type(printed) + ", not " + type(answered));
        } else if (printed instanceof JsonObject object) {
            object.forEach((name, value) ->
                    member(path + "/" + name, value, answered.asJsonObject().get(name)));
        } else if (printed instanceof JsonArray array && !array.isEmpty()) {
            JsonArray answers = answered.asJsonArray();
            member(path + "/0", array.get(0), answers.isEmpty() ? null : answers.get(0));
        }
    }

    private void member(String path, JsonValue printed, JsonValue answered) {
        if (answered == null) {
            differences.add(path + " missing");
        } else {
            compare(path, printed, answered);
        }
    }

    private static ValueType type(JsonValue value) {
        return value.getValueType() == ValueType.FALSE ? ValueType.TRUE : value.getValueType();
    }
}
