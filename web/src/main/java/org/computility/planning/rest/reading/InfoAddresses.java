package org.computility.planning.rest.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.computility.planning.documents.InputKind;
import org.computility.planning.drafts.Address;
import org.computility.planning.drafts.TaskInput;
import org.computility.shared.Rejected;

/** The addresses that an AlgoTaskInfo names, each with its place, for the room to judge. */
final class InfoAddresses {

    private static final int LONGEST_URL = 2048;

    private final String member;

    /** @param member where in the request the info stands */
    InfoAddresses(String member) {
        this.member = member;
    }

    /** What an info says about its input; all options must stand beside the rules. */
    List<TaskInput> inputs(JsonObject uniform) {
        List<TaskInput> inputs = new ArrayList<>();
        for (InputKind kind : InputKind.values()) {
            JsonValue options = uniform.get(kind.options());
            if (options != null) {
                inputs.add(new TaskInput(kind, addresses(kind, options)));
            }
        }
        return inputs;
    }

    /** Who gets the results. */
    List<Address> receivers(JsonObject info) {
        JsonValue rules = info.get("RulesParams");
        if (rules == null) {
            return List.of();
        }
        String path = member + ".RulesParams";
        if (!(rules instanceof JsonArray array)) {
            throw new Rejected("member-type", path, path + " is an array.");
        }
        List<Address> receivers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject rule = InfoMembers.object(path + "[" + i + "]", array.get(i));
            receivers.addAll(addresses(
                    path + "[" + i + "].ResultReceiveUrl",
                    "rulesParams[" + i + "].resultReceiveUrl",
                    rule.get("ResultReceiveUrl")));
        }
        return receivers;
    }

    private List<Address> addresses(InputKind kind, JsonValue value) {
        String path = member + "." + kind.options();
        JsonObject options = InfoMembers.object(path, value);
        return options.get("VideoStreamOptions") instanceof JsonObject video
                ? addresses(path + ".VideoStreamOptions", kind.member() + ".videoStreamOptions", video)
                : addresses(path, kind.member(), options);
    }

    private static List<Address> addresses(String path, String place, JsonObject options) {
        String url = InfoMembers.text(path, options, "Url", LONGEST_URL);
        if (url != null) {
            return List.of(new Address(place + ".url", url));
        }
        return options.get("Urls") instanceof JsonArray urls
                ? addresses(path + ".Urls", place + ".urls", urls)
                : List.of();
    }

    /** One or several. */
    private static List<Address> addresses(String path, String place, JsonValue urls) {
        if (urls == null) {
            return List.of();
        }
        if (!(urls instanceof JsonArray array)) {
            return List.of(new Address(place, InfoMembers.string(path, urls)));
        }
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String at = "[" + i + "]";
            addresses.add(new Address(place + at, InfoMembers.string(path + at, array.get(i))));
        }
        return addresses;
    }
}
