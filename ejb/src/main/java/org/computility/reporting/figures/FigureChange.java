package org.computility.reporting.figures;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A figure that is another, came, or went.
 *
 * @param path names with dots between: {@code power.pue}
 * @param before JSON; null where it came
 * @param after JSON; null where it went
 */
public record FigureChange(String path, String before, String after) {

    /** In the order of their paths. Null figures have no members. */
    public static List<FigureChange> between(Figures before, Figures after) {
        List<FigureChange> changes = new ArrayList<>();
        collect("", json(before), json(after), changes);
        return changes;
    }

    private static void collect(String path, JsonObject before, JsonObject after, List<FigureChange> changes) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            JsonValue was = before.get(name);
            JsonValue is = after.get(name);
            String at = path.isEmpty() ? name : path + "." + name;
            if (was instanceof JsonObject old && is instanceof JsonObject now) {
                collect(at, old, now, changes);
            } else if (!Objects.equals(text(was), text(is))) {
                changes.add(new FigureChange(at, text(was), text(is)));
            }
        }
    }

    private static JsonObject json(Figures figures) {
        return figures == null ? JsonValue.EMPTY_JSON_OBJECT : figures.json();
    }

    private static String text(JsonValue value) {
        return value == null ? null : CanonicalText.of(value);
    }
}
