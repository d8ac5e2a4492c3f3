package org.computility.planning.rest.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.planning.drafts.InstanceIds;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/** Names of instances as callers write them: a number, a number as a string, or a UUID. */
public final class InstanceNames {

    private final List<Long> numbers = new ArrayList<>();
    private final List<UUID> uuids = new ArrayList<>();

    private InstanceNames() {}

    /** One name from a path or a search. */
    public static InstanceIds one(String member, String text) {
        InstanceNames names = new InstanceNames();
        names.add(member, text);
        return names.ids();
    }

    /** The instances that several texts name; texts that say the same count once. */
    static InstanceIds all(String member, List<String> texts) {
        InstanceNames names = new InstanceNames();
        texts.forEach(text -> names.add(member, text));
        return new InstanceIds(
                names.numbers.stream().distinct().toList(),
                names.uuids.stream().distinct().toList());
    }

    static InstanceIds all(String member, JsonArray array) {
        InstanceNames names = new InstanceNames();
        for (int i = 0; i < array.size(); i++) {
            String at = member + "[" + i + "]";
            names.add(at, text(at, array.get(i)));
        }
        return names.ids();
    }

    /** A JSON number or string as text. */
    static String text(String member, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return InfoMembers.plain(number);
        }
        throw new Rejected("member-type", member, member + " is the number or the UUID of an instance.");
    }

    private void add(String member, String text) {
        if (text.matches("\\d{1,18}")) {
            numbers.add(Long.valueOf(text));
        } else if (UuidText.isOne(text)) {
            uuids.add(UUID.fromString(text));
        } else {
            throw new Rejected("member-invalid", member, member + " is the number or the UUID of an instance.");
        }
    }

    private InstanceIds ids() {
        return new InstanceIds(numbers, uuids);
    }
}
