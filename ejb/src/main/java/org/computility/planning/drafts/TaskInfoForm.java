package org.computility.planning.drafts;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;

/**
 * An AlgoTaskInfo in the one form that nodes get: the members that the standard's examples put now here, now there stand
 * beside {@code RulesParams}.
 */
public final class TaskInfoForm {

    private static final List<String> OPTIONS = List.of("StreamOptions", "ImageOptions", "FileOptions");

    /** Members that answers put beside an AlgoTaskInfo; in a request they only repeat what an answer said. */
    private static final Set<String> SHOWN_BESIDE = Set.of(
            "ID", "RestartPolicy", "Status", "Number", "TaskID", "Message", "ComputilityCode", "RunningServiceID");

    private TaskInfoForm() {}

    /** What of an info is its giver's, to be kept: all but the members that answers put beside it. */
    public static JsonObject kept(JsonObject info) {
        JsonObjectBuilder kept = JSON.createObjectBuilder(info);
        SHOWN_BESIDE.forEach(kept::remove);
        return kept.build();
    }

    /** The info as its column holds it. */
    public static JsonObject read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Moves options out of the rules to the top; everything else stays as it was given. */
    public static JsonObject uniform(JsonObject info) {
        JsonObjectBuilder uniform = JSON.createObjectBuilder(info);
        if (info.get("RulesParams") instanceof jakarta.json.JsonArray rules) {
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
        for (String option : OPTIONS) {
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
