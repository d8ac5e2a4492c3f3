package org.computility.planning.documents;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * A task's document in the one form that nodes get: members that the standard's examples put in several places stand
 * beside {@code RulesParams}.
 */
public final class NodeForm {

    private NodeForm() {}

    /** Moves options out of the rules to the top; everything else stays as it was given. */
    public static JsonObject of(JsonObject info) {
        JsonObjectBuilder uniform = JSON.createObjectBuilder(info);
        if (info.get("RulesParams") instanceof JsonArray rules) {
            JsonArrayBuilder cleaned = JSON.createArrayBuilder();
            for (JsonValue rule : rules) {
                cleaned.add(rule instanceof JsonObject object ? moved(object, info, uniform) : rule);
            }
            uniform.add("RulesParams", cleaned);
        }
        return uniform.build();
    }

    private static JsonValue moved(JsonObject rule, JsonObject info, JsonObjectBuilder top) {
        JsonObjectBuilder rest = JSON.createObjectBuilder(rule);
        for (InputKind kind : InputKind.values()) {
            String option = kind.options();
            if (rule.containsKey(option)) {
                rest.remove(option);
                if (!info.containsKey(option)) {
                    top.add(option, rule.get(option));
                }
            }
        }
        return rest.build();
    }
}
