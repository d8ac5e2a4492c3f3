package org.computility.reporting.figures;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON in one form: no spaces, names in the order of their UTF-16 units, numbers without an exponent and without zeros at the
 * end of a fraction. A document that went through the database, or through another platform, has the same form again.
 */
final class CanonicalText {

    private CanonicalText() {}

    static String of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(member -> JSON.createValue(member.getKey()) + ":" + of(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof JsonNumber number) {
            return plain(number.bigDecimalValue());
        }
        return value instanceof JsonString text
                ? JSON.createValue(text.getString()).toString()
                : value.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
