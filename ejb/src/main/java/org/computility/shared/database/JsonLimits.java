package org.computility.shared.database;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What JSON allows and a database or another reader does not: the character U+0000, half of a surrogate pair, numbers
 * beyond a double.
 */
public final class JsonLimits {

    /** A number of so many digits or decimals is none that anybody means; a double has at most 309 and 1074. */
    private static final int MOST_DIGITS = 1074;

    private JsonLimits() {}

    /** What is wrong with the value itself, not with what it holds: {@code it holds the character U+0000}. */
    public static Optional<String> fault(JsonValue value) {
        if (value instanceof JsonString text) {
            return fault(text.getString());
        }
        return value instanceof JsonNumber number && !isDouble(number)
                ? Optional.of("it is a number beyond those that computers hold")
                : Optional.empty();
    }

    /** What is wrong with the text. */
    public static Optional<String> fault(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of("it holds the character U+0000");
        }
        return text.codePoints().anyMatch(JsonLimits::isHalf)
                ? Optional.of("it holds half of a surrogate pair")
                : Optional.empty();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    // Digits first: of a number such as 1e999999999, other questions take long to answer.
    private static boolean isDouble(JsonNumber number) {
        BigDecimal decimal = number.bigDecimalValue();
        long digits = (long) decimal.precision() - decimal.scale();
        return Math.max(digits, decimal.scale()) <= MOST_DIGITS && Double.isFinite(decimal.doubleValue());
    }
}
