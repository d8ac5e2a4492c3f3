package org.computility.connector.accelerator.protocol;

import static org.computility.connector.accelerator.protocol.Envelope.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Takes out of a node's JSON what JSON allows and no database holds, so that one word of one node fails nothing else:
 * U+0000 and halves of surrogate pairs become U+FFFD, numbers beyond a double are left out.
 */
final class Cleaning {

    private static final Pattern BAD = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");
    private static final String REPLACEMENT = "\uFFFD";

    /** A double has at most 309 digits and 1074 decimals. */
    private static final int MOST_DIGITS = 1074;

    private Cleaning() {}

    /** The object itself where there is nothing to clean, as is usual. */
    static JsonObject of(JsonObject told) {
        return isClean(told) ? told : cleaned(told);
    }

    private static boolean isClean(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .allMatch(member -> isClean(member.getKey()) && isClean(member.getValue()));
        }
        if (value instanceof JsonArray array) {
            return array.stream().allMatch(Cleaning::isClean);
        }
        return value instanceof JsonString text ? isClean(text.getString()) : !isBeyond(value);
    }

    private static boolean isClean(String text) {
        return !BAD.matcher(text).find();
    }

    private static String cleaned(String text) {
        return BAD.matcher(text).replaceAll(REPLACEMENT);
    }

    private static JsonObject cleaned(JsonObject told) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        told.forEach((name, member) -> {
            if (!isBeyond(member)) {
                object.add(cleaned(name), cleaned(member));
            }
        });
        return object.build();
    }

    private static JsonValue cleaned(JsonValue value) {
        if (value instanceof JsonObject object) {
            return cleaned(object);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.forEach(element -> elements.add(cleaned(element)));
            return elements.build();
        }
        if (value instanceof JsonString text) {
            return JSON.createValue(cleaned(text.getString()));
        }
        return isBeyond(value) ? JsonValue.NULL : value;
    }

    // Digits first: of a number such as 1e999999999, other questions take long to answer.
    private static boolean isBeyond(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return false;
        }
        BigDecimal decimal = number.bigDecimalValue();
        long digits = (long) decimal.precision() - decimal.scale();
        return Math.max(digits, decimal.scale()) > MOST_DIGITS || !Double.isFinite(decimal.doubleValue());
    }
}
