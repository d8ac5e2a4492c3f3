package org.computility.planning.drafts;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.computility.shared.Rejected;

/** The members of an AlgoTaskInfo that the platform itself reads, one by one, and their refusals. */
final class InfoMembers {

    private InfoMembers() {}

    static String id(String member, JsonValue value) {
        if (value == null) {
            return null;
        }
        return value instanceof JsonNumber number ? number.toString() : string(member + ".ID", value);
    }

    static int priority(String member, JsonValue value) {
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

    static Rejected missing(String member, String what) {
        return new Rejected("member-missing", member, member + " is missing: " + what + ".");
    }
}
