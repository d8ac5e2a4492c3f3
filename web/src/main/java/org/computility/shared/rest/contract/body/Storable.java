package org.computility.shared.rest.contract.body;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import org.computility.shared.database.JsonLimits;

/**
 * Values without what JSON allows and no database holds, as the connector cleans what nodes answer: U+0000 and halves of surrogate
 * pairs become U+FFFD, in texts and in names of members. A member whose number is beyond a double is left out; in an array it is null.
 */
final class Storable {

    private static final Pattern BAD = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");
    private static final String REPLACEMENT = "\uFFFD";

    private Storable() {}

    /** Whether the value is so already. Most bodies are, and need not be built again. */
    static boolean is(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .allMatch(member -> JsonLimits.fault(member.getKey()).isEmpty() && is(member.getValue()));
        }
        return value instanceof JsonArray array ? array.stream().allMatch(Storable::is) : isFit(value);
    }

    static JsonValue of(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder cleaned = JSON.createObjectBuilder();
            object.forEach((name, member) -> {
                if (member instanceof JsonString || isFit(member)) {
                    cleaned.add(cleaned(name), of(member));
                }
            });
            return cleaned.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder cleaned = JSON.createArrayBuilder();
            array.forEach(element -> cleaned.add(of(element)));
            return cleaned.build();
        }
        if (value instanceof JsonString text) {
            return JSON.createValue(cleaned(text.getString()));
        }
        return isFit(value) ? value : JsonValue.NULL;
    }

    /** Apart from what it contains. */
    private static boolean isFit(JsonValue value) {
        return JsonLimits.fault(value).isEmpty();
    }

    private static String cleaned(String text) {
        return BAD.matcher(text).replaceAll(REPLACEMENT);
    }
}
