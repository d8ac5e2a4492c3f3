package org.computility.planning.rest.reading;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * The forms in which an AlgoTaskInfo comes: bare, or wrapped in {@code {"RestartPolicy", "TaskInfo", "Status"}} as C.11 shows
 * it, with options and ID inside or beside.
 */
public final class InfoForm {

    private static final String WRAPPED = "TaskInfo";

    /** Members that answers put beside an AlgoTaskInfo; in a request they only repeat what an answer said. */
    private static final Set<String> SHOWN_BESIDE = Set.of(
            "ID", "RestartPolicy", "Status", "Number", "TaskID", "Message", "ComputilityCode", "RunningServiceID");

    private InfoForm() {}

    /** The bare info inside a wrapping, or the object itself. */
    static JsonObject unwrapped(String member, JsonObject given) {
        JsonValue inner = given.get(WRAPPED);
        if (inner == null) {
            return given;
        }
        JsonObject info = InfoMembers.object(member + "." + WRAPPED, inner);
        JsonObjectBuilder whole = JSON.createObjectBuilder(info);
        for (Map.Entry<String, JsonValue> beside : given.entrySet()) {
            boolean belongs =
                    beside.getKey().endsWith("Options") || beside.getKey().equals("ID");
            if (belongs && !info.containsKey(beside.getKey())) {
                whole.add(beside.getKey(), beside.getValue());
            }
        }
        return whole.build();
    }

    /** The part of an info to be kept, as its caller gave it: all but the members that answers put beside an info. */
    public static JsonObject kept(JsonObject info) {
        JsonObjectBuilder kept = JSON.createObjectBuilder(info);
        SHOWN_BESIDE.forEach(kept::remove);
        return kept.build();
    }

    /** What stays when new members are laid over old ones. */
    static JsonObject merged(JsonObject old, JsonObject changes) {
        JsonObjectBuilder merged = JSON.createObjectBuilder(old);
        changes.forEach(merged::add);
        return merged.build();
    }
}
