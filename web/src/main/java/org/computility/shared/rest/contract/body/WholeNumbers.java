package org.computility.shared.rest.contract.body;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Whole numbers that are written {@code 1.0} or {@code 1e0}: whole to JSON Schema, yet to no binder of Java records. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** Whether the value holds such numbers. Most bodies hold none, and need not be built again. */
    public static boolean occurIn(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.values().stream().anyMatch(WholeNumbers::occurIn);
        }
        if (value instanceof JsonArray array) {
            return array.stream().anyMatch(WholeNumbers::occurIn);
        }
        return value instanceof JsonNumber number && isWholeWithPoint(number);
    }

    /** The value with all of them written plainly. */
    public static JsonValue plainIn(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder plain = JSON.createObjectBuilder();
            object.forEach((name, member) -> plain.add(name, plainIn(member)));
            return plain.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder plain = JSON.createArrayBuilder();
            array.forEach(element -> plain.add(plainIn(element)));
            return plain.build();
        }
        return value instanceof JsonNumber number && isWholeWithPoint(number)
                ? JSON.createValue(number.bigIntegerValue())
                : value;
    }

    private static boolean isWholeWithPoint(JsonNumber number) {
        return !number.isIntegral()
                && number.bigDecimalValue().stripTrailingZeros().scale() <= 0;
    }
}
