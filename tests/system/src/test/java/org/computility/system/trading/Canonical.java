package org.computility.system.trading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Canonical JSON (RFC 8785) of objects, lists and plain texts, as an outsider would write it. */
final class Canonical {

    private Canonical() {}

    /** The object without that member. */
    static String json(JsonObject object, String without) {
        TreeMap<String, JsonValue> members = new TreeMap<>(object);
        members.remove(without);
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + text(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonObject object) {
            return json(object, "");
        }
        return value instanceof JsonArray array
                ? array.stream().map(Canonical::text).collect(Collectors.joining(",", "[", "]"))
                : value.toString();
    }
}
