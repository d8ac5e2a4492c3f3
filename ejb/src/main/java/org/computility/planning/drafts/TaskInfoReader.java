package org.computility.planning.drafts;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.computility.shared.Rejected;

/**
 * Reads AlgoTaskInfos as leniently as the standard's own examples need: bare, or wrapped in {@code {"RestartPolicy",
 * "TaskInfo", "Status"}}; options beside the rules, inside them, or beside the wrapped info. What the platform needs is
 * checked, all the rest is kept as it came.
 */
final class TaskInfoReader {

    private final StreamRules streams;
    private final Function<UUID, Set<String>> offersOf;

    /** @param offersOf the capabilities that a service offers; throws where there is none */
    TaskInfoReader(StreamRules streams, Function<UUID, Set<String>> offersOf) {
        this.streams = streams;
        this.offersOf = offersOf;
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
        JsonObject info = complete(member, unwrapped(member, given));
        TaskInfo read = fields(member, info);
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

    /** With the capability that the pinned service offers (B.1: load a service first, then start tasks by its ID). */
    private JsonObject complete(String member, JsonObject info) {
        if (InfoMembers.text(member, info, "AlgoDefCode", 127) != null) {
            return info;
        }
        UUID service = InfoMembers.pinned(member, info);
        if (service == null) {
            throw InfoMembers.missing(
                    member + ".AlgoDefCode",
                    "the capability to run, or AlgoServiceID of a service that offers one only");
        }
        Set<String> offers = offersOf.apply(service);
        if (offers.size() != 1) {
            throw InfoMembers.missing(
                    member + ".AlgoDefCode", "service " + service + " offers " + new TreeSet<>(offers) + ", say which");
        }
        return JSON.createObjectBuilder(info)
                .add("AlgoDefCode", offers.iterator().next())
                .build();
    }

    private static TaskInfo fields(String member, JsonObject info) {
        if (info.toString().contains("\\u0000")) {
            throw new Rejected("member-invalid", member, member + " holds the character U+0000.");
        }
        return new TaskInfo(
                InfoMembers.id(member, info.get("ID")),
                TaskInfoForm.kept(info),
                InfoMembers.text(member, info, "AlgoDefCode", 127),
                InfoMembers.text(member, info, "DeviceID", 64),
                InfoMembers.priority(member, info.get("Priority")),
                InfoMembers.pinned(member, info),
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
        throw InfoMembers.missing(member + "." + options.get(0), "where the input comes from");
    }

    private void checkUrls(String member, JsonObject options) {
        JsonObject inner = options.get("VideoStreamOptions") instanceof JsonObject video ? video : options;
        String path = inner == options ? member : member + ".VideoStreamOptions";
        String url = InfoMembers.text(path, inner, "Url", 2048);
        if (url != null) {
            streams.checkInput(path + ".Url", url);
        } else if (inner.get("Urls") instanceof JsonArray urls && !urls.isEmpty()) {
            for (int i = 0; i < urls.size(); i++) {
                streams.checkInput(
                        path + ".Urls[" + i + "]", InfoMembers.string(path + ".Urls[" + i + "]", urls.get(i)));
            }
        } else {
            String named = member.endsWith("StreamOptions") && inner == options ? ".VideoStreamOptions.Url" : ".Url";
            throw InfoMembers.missing(path + named, "where the input comes from");
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
                    streams.checkReceiver(at, InfoMembers.string(at, urls.get(j)));
                }
            } else if (rule.containsKey("ResultReceiveUrl")) {
                streams.checkReceiver(
                        path + ".ResultReceiveUrl",
                        InfoMembers.string(path + ".ResultReceiveUrl", rule.get("ResultReceiveUrl")));
            }
        }
    }
}
