package org.computility.planning.drafts;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Rejected;

/** Names of instances: each has a number and a UUID, and either finds it. */
public record InstanceIds(List<Long> numbers, List<UUID> uuids) {

    /** One name from a path or a search. */
    public static InstanceIds of(String member, String text) {
        InstanceIds ids = new InstanceIds(new ArrayList<>(), new ArrayList<>());
        ids.add(member, text);
        return ids;
    }

    /** Numbers, or UUIDs, or numbers as strings. */
    public static InstanceIds of(String member, JsonArray array) {
        InstanceIds ids = new InstanceIds(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < array.size(); i++) {
            ids.add(member + "[" + i + "]", text(member + "[" + i + "]", array.get(i)));
        }
        return ids;
    }

    /** A JSON number or string as text. */
    public static String text(String member, JsonValue value) {
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

    /** Whether the instance with this number and this UUID is among the named. */
    public boolean names(long number, UUID id) {
        return numbers.contains(number) || uuids.contains(id);
    }
}
