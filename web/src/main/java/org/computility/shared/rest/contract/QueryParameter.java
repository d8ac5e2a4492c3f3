package org.computility.shared.rest.contract;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.shared.Rejected;

/**
 * One declared parameter of a query string.
 *
 * @param type the schema's, references followed
 * @param isLong whether a whole number may need more than 32 bits ({@code format: int64})
 * @param capitals the schema's values that are words in capitals; such words are taken in any case of letters
 * @param refusedAs the code of a value of the right type that the schema does not allow ({@code x-refused-as}); empty for the usual
 */
record QueryParameter(String name, String type, boolean isLong, String refusedAs, Set<String> capitals) {

    static QueryParameter of(JsonObject parameter, JsonObject schema) {
        return new QueryParameter(
                parameter.getString("name"),
                schema.getString("type", "string"),
                schema.getString("format", "").equals("int64"),
                parameter.getString("x-refused-as", ""),
                capitals(schema));
    }

    private static Set<String> capitals(JsonObject schema) {
        return !schema.containsKey("enum")
                ? Set.of()
                : schema.getJsonArray("enum").stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .filter(value -> value.equals(value.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The text as a value of the declared type; Rejected {@code member-type} where it is none. */
    JsonValue read(String text) {
        return switch (type) {
            case "integer" -> number(text);
            case "boolean" -> flag(text);
            default -> JSON.createValue(word(text));
        };
    }

    private String word(String text) {
        String capital = text.toUpperCase(Locale.ROOT);
        return capitals.contains(capital) ? capital : text;
    }

    /** The refusal that the description wants in place of the usual one. */
    Rejected worded(Rejected refusal) {
        boolean usual = refusedAs.isEmpty() || refusal.code().equals("member-missing");
        return usual ? refusal : new Rejected(refusedAs, name, refusal.getMessage());
    }

    private JsonValue number(String text) {
        try {
            return JSON.createValue(isLong ? Long.parseLong(text) : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", name, name + " is a number.");
        }
    }

    private JsonValue flag(String text) {
        return switch (text) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            default -> throw new Rejected("member-type", name, name + " is true or false.");
        };
    }
}
