package org.computility.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.regex.Pattern;

/** JSON as it fits into the table of a test: {@code 'x'} stands for a string, {@code 'x*257'} for 257 times x. */
public final class Sketch {

    private static final Pattern LONG = Pattern.compile("x\\*(\\d+)");

    private Sketch() {}

    /** The text that a sketch stands for, JSON or not. */
    public static String text(String sketch) {
        return LONG.matcher(sketch.replace('\'', '"'))
                .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    /** The object that a sketch stands for. */
    public static JsonObject object(String sketch) {
        return value(sketch).asJsonObject();
    }

    /** A good body with one member, {@code InspectionPlan.TaskInfo[0].ID}, made bad; a null sketch leaves it out. */
    public static JsonObject with(JsonObject good, String member, String sketch) {
        String pointer = "/" + member.replace("[", "/").replace("]", "").replace('.', '/');
        return sketch == null
                ? Json.createPointer(pointer).remove(good)
                : Json.createPointer(pointer).add(good, value(sketch));
    }

    private static JsonValue value(String sketch) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + text(sketch) + "]"))) {
            return reader.readArray().get(0);
        }
    }
}
