package org.computility.shared.rest.contract.coding;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.computility.shared.Rejected;

/**
 * One JSON value as text. A member that stands twice in its object is refused by name, because one of the two would be lost; so is
 * anything behind the value, except what the standard's own example of C.9 prints there by closing one brace too early.
 *
 * @param whole whether the text is the value and nothing else
 */
public record JsonText(JsonValue value, boolean whole) {

    private static final Pattern END_OF_C9 = Pattern.compile("\\s*,\\s*\"Status\"\\s*:\\s*\"PENDING\"\\s*}\\s*");

    /** @throws Rejected {@code body-not-json}, {@code member-repeated}, {@code member-out-of-range} for more digits than any number has */
    public static JsonText read(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            RepeatedMember.refuse(text);
            parser.next();
            JsonValue value = parser.getValue();
            String rest = text.substring((int) parser.getLocation().getStreamOffset());
            if (!rest.isBlank() && !END_OF_C9.matcher(rest).matches()) {
                throw new Rejected("body-not-json", "The body is not JSON: something follows its value.");
            }
            return new JsonText(value, rest.isBlank());
        } catch (Rejected e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser throws different exceptions for texts that are no JSON, for an empty text, and for too deep
            // nesting.
            throw new Rejected("body-not-json", "The body is not JSON: " + e.getMessage());
        }
    }
}
