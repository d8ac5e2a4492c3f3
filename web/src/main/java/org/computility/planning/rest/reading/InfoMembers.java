package org.computility.planning.rest.reading;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.computility.shared.Rejected;

/** The members of an AlgoTaskInfo that the platform itself reads, one by one, and the refusals of their types. */
final class InfoMembers {

    private InfoMembers() {}

    /** The ID either says which instance is meant, or only repeats an answer; its type is checked in both cases. */
    static String id(String member, JsonValue value) {
        if (value == null) {
            return null;
        }
        return value instanceof JsonNumber number ? plain(number) : string(member + ".ID", value);
    }

    /** A number as people write it: 17 for {@code 17.0} and {@code 1.7e1}, which JSON does not tell from 17. */
    static String plain(JsonNumber number) {
        return isWhole(number) ? number.bigIntegerValue().toString() : number.toString();
    }

    private static boolean isWhole(JsonNumber number) {
        return number.bigDecimalValue().stripTrailingZeros().scale() <= 0;
    }

    static int priority(String member, JsonValue value) {
        if (value == null) {
            return 0;
        }
        if (!(value instanceof JsonNumber number) || !isWhole(number)) {
            throw new Rejected("member-type", member + ".Priority", member + ".Priority is an integer.");
        }
        // A number beyond all integers is beyond all priorities, too.
        return number.bigIntegerValue().bitLength() < Integer.SIZE ? number.intValue() : Integer.MAX_VALUE;
    }

    static UUID pinned(String member, JsonObject info) {
        String text = text(member, info, "AlgoServiceID", 128);
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

    /** The text, or null where it is absent or empty. */
    static String text(String member, JsonObject object, String name, int longest) {
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

    static String string(String path, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new Rejected("member-type", path, path + " is a string.");
    }

    static JsonObject object(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new Rejected("member-type", path, path + " is an object.");
    }
}
