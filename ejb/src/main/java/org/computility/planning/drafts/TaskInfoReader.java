package org.computility.planning.drafts;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.dispatch.TaskInfoForm;
import org.computility.shared.Rejected;

/**
 * Reads AlgoTaskInfos as leniently as the standard's own examples need: bare, or wrapped in {@code {"RestartPolicy",
 * "TaskInfo", "Status"}}; options beside the rules, inside them, or beside the wrapped info. What the platform needs is
 * checked, all the rest is kept as it came.
 */
final class TaskInfoReader {

    private final StreamRules streams;

    TaskInfoReader(StreamRules streams) {
        this.streams = streams;
    }

    /** Several, of which each must be complete. */
    List<TaskInfo> readAll(String member, JsonArray array, PlanType type) {
        List<TaskInfo> infos = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            infos.add(read(member + "[" + i + "]", array.get(i), type));
        }
        return infos;
    }

    /** One that must be complete. */
    TaskInfo read(String member, JsonValue value, PlanType type) {
        if (!(value instanceof JsonObject given)) {
            throw new Rejected("member-type", member, member + " is an object.");
        }
        JsonObject info = unwrapped(member, given);
        TaskInfo read = fields(member, given, info);
        if (read.algoDefCode() == null) {
            throw missing(member + ".AlgoDefCode", "the capability to run");
        }
        checkInput(member, TaskInfoForm.uniform(info), type);
        checkRules(member, info);
        return read;
    }

    /** What stays when new members are laid over old ones. */
    static JsonObject merged(JsonObject old, JsonObject changes) {
        JsonObjectBuilder merged = JSON.createObjectBuilder(old);
        changes.forEach(merged::add);
        return merged.build();
    }

    /** The bare info inside a wrapping, or the object itself. */
    static JsonObject unwrapped(String member, JsonObject given) {
        JsonValue inner = given.get("TaskInfo");
        if (inner == null) {
            return given;
        }
        if (!(inner instanceof JsonObject info)) {
            throw new Rejected("member-type", member + ".TaskInfo", member + ".TaskInfo is an object.");
        }
        JsonObjectBuilder whole = JSON.createObjectBuilder(info);
        for (Map.Entry<String, JsonValue> beside : given.entrySet()) {
            boolean option =
                    beside.getKey().endsWith("Options") || beside.getKey().equals("ID");
            if (option && !info.containsKey(beside.getKey())) {
                whole.add(beside.getKey(), beside.getValue());
            }
        }
        return whole.build();
    }

    private static TaskInfo fields(String member, JsonObject given, JsonObject info) {
        if (info.toString().contains("\\u0000")) {
            throw new Rejected("member-invalid", member, member + " holds the character U+0000.");
        }
        JsonObjectBuilder kept = JSON.createObjectBuilder(info);
        kept.remove("ID");
        String algoDefCode = text(member, info, "AlgoDefCode", 127);
        return new TaskInfo(
                id(member, info.get("ID")),
                kept.build(),
                text(member, given, "RestartPolicy", 32),
                algoDefCode,
                text(member, info, "DeviceID", 64),
                priority(member, info.get("Priority")),
                pinned(member, text(member, info, "AlgoServiceID", 128)),
                member);
    }

    private void checkInput(String member, JsonObject info, PlanType type) {
        List<String> options = type.options();
        for (String name : options) {
            JsonValue value = info.get(name);
            if (value == null) {
                continue;
            }
            if (!(value instanceof JsonObject object)) {
                throw new Rejected("member-type", member + "." + name, member + "." + name + " is an object.");
            }
            checkUrls(member + "." + name, object);
            return;
        }
        throw missing(member + "." + options.get(0), "where the input comes from");
    }

    private void checkUrls(String member, JsonObject options) {
        JsonObject inner = options.get("VideoStreamOptions") instanceof JsonObject video ? video : options;
        String path = inner == options ? member : member + ".VideoStreamOptions";
        String url = text(path, inner, "Url", 2048);
        if (url != null) {
            streams.checkInput(path + ".Url", url);
        } else if (inner.get("Urls") instanceof JsonArray urls && !urls.isEmpty()) {
            for (int i = 0; i < urls.size(); i++) {
                streams.checkInput(path + ".Urls[" + i + "]", string(path + ".Urls[" + i + "]", urls.get(i)));
            }
        } else {
            String named = member.endsWith("StreamOptions") && inner == options ? ".VideoStreamOptions.Url" : ".Url";
            throw missing(path + named, "where the input comes from");
        }
    }

    private void checkRules(String member, JsonObject info) {
        JsonValue rules = info.get("RulesParams");
        if (rules == null) {
            return;
        }
        if (!(rules instanceof JsonArray array)) {
            throw new Rejected("member-type", member + ".RulesParams", member + ".RulesParams is an array.");
        }
        for (int i = 0; i < array.size(); i++) {
            String path = member + ".RulesParams[" + i + "]";
            if (!(array.get(i) instanceof JsonObject rule)) {
                throw new Rejected("member-type", path, path + " is an object.");
            }
            if (rule.get("ResultReceiveUrl") instanceof JsonArray urls) {
                for (int j = 0; j < urls.size(); j++) {
                    String at = path + ".ResultReceiveUrl[" + j + "]";
                    streams.checkReceiver(at, string(at, urls.get(j)));
                }
            } else if (rule.containsKey("ResultReceiveUrl")) {
                streams.checkReceiver(
                        path + ".ResultReceiveUrl", string(path + ".ResultReceiveUrl", rule.get("ResultReceiveUrl")));
            }
        }
    }

    private static String id(String member, JsonValue value) {
        if (value == null) {
            return null;
        }
        return value instanceof JsonNumber number ? number.toString() : string(member + ".ID", value);
    }

    private static int priority(String member, JsonValue value) {
        if (value == null) {
            return 0;
        }
        if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
            throw new Rejected("member-type", member + ".Priority", member + ".Priority is an integer.");
        }
        long priority = number.longValue();
        if (priority < 0 || priority > 9) {
            throw new Rejected("member-invalid", member + ".Priority", member + ".Priority is between 0 and 9.");
        }
        return (int) priority;
    }

    private static UUID pinned(String member, String text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Rejected(
                    "member-invalid", member + ".AlgoServiceID", member + ".AlgoServiceID is the UUID of a service.");
        }
    }

    private static String text(String member, JsonObject object, String name, int longest) {
        JsonValue value = object.get(name);
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        String path = member + "." + name;
        String text = string(path, value);
        if (text.isEmpty()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Rejected("member-too-long", path, path + " has at most " + longest + " characters.");
        }
        return text;
    }

    private static String string(String path, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new Rejected("member-type", path, path + " is a string.");
    }

    private static Rejected missing(String member, String what) {
        return new Rejected("member-missing", member, member + " is missing: " + what + ".");
    }
}
