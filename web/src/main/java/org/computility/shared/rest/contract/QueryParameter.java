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
 * @param words the schema's values that are words in capitals, or directions; they are taken in any case of letters
 * @param refusedAs the code of a value of the right type that the schema does not allow ({@code x-refused-as}); empty for the usual
 */
record QueryParameter(String name, String type, boolean isLong, String refusedAs, Set<String> words) {

    private static final Set<String> DIRECTIONS = Set.of("asc", "desc");

    static QueryParameter of(JsonObject parameter, JsonObject schema) {
        return new QueryParameter(
                parameter.getString("name"),
                schema.getString("type", "string"),
                schema.getString("format", "").equals("int64"),
                parameter.getString("x-refused-as", ""),
                words(schema));
    }

    private static Set<String> words(JsonObject schema) {
        return !schema.containsKey("enum")
                ? Set.of()
                : schema.getJsonArray("enum").stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .filter(value -> value.equals(value.toUpperCase(Locale.ROOT)) || DIRECTIONS.contains(value))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The text as a value of the declared type; Rejected {@code member-type} where it is none, {@code member-out-of-range} for a number too far. */
    JsonValue read(String text) {
        return switch (type) {
            case "integer" -> number(text);
            case "boolean" -> flag(text);
            default -> JSON.createValue(word(text));
        };
    }

    private String word(String text) {
        return words.stream().filter(text::equalsIgnoreCase).findFirst().orElse(text);
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
            throw text.matches("[+-]?[0-9]+")
                    ? worded(new Rejected("member-out-of-range", name, name + " is a number with fewer digits."))
                    : new Rejected("member-type", name, name + " is a number.");
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
