package org.computility.planning;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Rejected;

/** Names of instances: each has a number and a UUID, and either finds it. */
record InstanceIds(List<Long> numbers, List<UUID> uuids) {

    /** One name from a path or a search. */
    static InstanceIds of(String member, String text) {
        InstanceIds ids = new InstanceIds(new ArrayList<>(), new ArrayList<>());
        ids.add(member, text);
        return ids;
    }

    /** Numbers, or UUIDs, or numbers as strings. */
    static InstanceIds of(String member, JsonArray array) {
        InstanceIds ids = new InstanceIds(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < array.size(); i++) {
            ids.add(member + "[" + i + "]", text(member + "[" + i + "]", array.get(i)));
        }
        return ids;
    }

    /** A JSON number or string as text. */
    static String text(String member, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        throw new Rejected("member-type", member, member + " is the number or the UUID of an instance.");
    }

    private void add(String member, String text) {
        if (text.matches("\\d{1,18}")) {
            numbers.add(Long.valueOf(text));
        } else if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            uuids.add(UUID.fromString(text));
        } else {
            throw new Rejected("member-invalid", member, member + " is the number or the UUID of an instance.");
        }
    }

    boolean names(Instance instance) {
        return numbers.contains(instance.number()) || uuids.contains(instance.id());
    }
}
