package org.computility.runtime;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An object of a request, read member by member; a complaint names the member by its path. */
public final class JsonMembers {

    private final String path;
    private final JsonObject object;

    public JsonMembers(JsonObject object) {
        this("", object);
    }

    private JsonMembers(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /** Whether it is there and not null. */
    public boolean has(String name) {
        return object.containsKey(name) && !object.isNull(name);
    }

    /** A text that must be there, 1 to 4096 characters. */
    public String text(String name) throws Refusal {
        String text = text(name, null);
        if (text == null || text.isEmpty()) {
            throw Refusal.invalid(path + name + " is missing");
        }
        return text;
    }

    /** A text, or the given one when absent. */
    public String text(String name, String otherwise) throws Refusal {
        if (!has(name)) {
            return otherwise;
        }
        if (object.get(name) instanceof JsonString text && text.getString().length() <= 4096) {
            return text.getString();
        }
        throw Refusal.invalid(path + name + " is a text of at most 4096 characters");
    }

    /** An http or https address that must be there. */
    public URI httpAddress(String name) throws Refusal {
        return httpAddress(name, text(name));
    }

    /** The http and https addresses of a list, none when absent. */
    public List<URI> httpAddresses(String name) throws Refusal {
        List<URI> addresses = new ArrayList<>();
        for (String each : texts(name)) {
            addresses.add(httpAddress(name, each));
        }
        return addresses;
    }

    private URI httpAddress(String name, String text) throws Refusal {
        return HttpAddress.of(text).orElseThrow(() -> invalid(name, "is an http or https address: " + text));
    }

    /** A number in a range, or the given one when absent. */
    public double number(String name, double least, double most, double otherwise) throws Refusal {
        if (!has(name)) {
            return otherwise;
        }
        if (object.get(name) instanceof JsonNumber number
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw Refusal.invalid(path + name + " is a number from " + least + " to " + most);
    }

    /** A whole number in a range that must be there. */
    public long integer(String name, long least, long most) throws Refusal {
        if (object.get(name) instanceof JsonNumber number
                && number.isIntegral()
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.longValue();
        }
        throw Refusal.invalid(path + name + " is a whole number from " + least + " to " + most);
    }

    /** An object, empty when absent. */
    public JsonMembers group(String name) throws Refusal {
        JsonValue value = has(name) ? object.get(name) : JsonValue.EMPTY_JSON_OBJECT;
        if (value instanceof JsonObject group) {
            return new JsonMembers(path + name + ".", group);
        }
        throw Refusal.invalid(path + name + " is an object");
    }

    /** The objects of a list, none when absent. */
    public List<JsonMembers> groups(String name) throws Refusal {
        List<JsonMembers> groups = new ArrayList<>();
        for (JsonValue each : list(name)) {
            if (!(each instanceof JsonObject group)) {
                throw Refusal.invalid(path + name + " is a list of objects");
            }
            groups.add(new JsonMembers(path + name + "[" + groups.size() + "].", group));
        }
        return groups;
    }

    /** The texts of a list, none when absent. */
    public List<String> texts(String name) throws Refusal {
        List<String> texts = new ArrayList<>();
        for (JsonValue each : list(name)) {
            if (!(each instanceof JsonString text)) {
                throw Refusal.invalid(path + name + " is a list of texts");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    /** A complaint about one of its members. */
    public Refusal invalid(String name, String why) {
        return Refusal.invalid(path + name + " " + why);
    }

    private JsonArray list(String name) throws Refusal {
        if (!has(name)) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (object.get(name) instanceof JsonArray list && list.size() <= 10_000) {
            return list;
        }
        throw Refusal.invalid(path + name + " is a list of at most 10000 entries");
    }
}
