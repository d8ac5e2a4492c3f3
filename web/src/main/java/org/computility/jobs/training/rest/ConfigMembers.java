package org.computility.jobs.training.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** Members of a job's {@code config} (T/AI 123.8 tables A.32 and A.58) as the rooms take them. */
public final class ConfigMembers {

    private ConfigMembers() {}

    /** {@code nodeCount}: a number, or the same as a text, as table A.17 has it; null where it is absent. */
    public static Integer nodes(JsonValue given) {
        if (given instanceof JsonString text) {
            return Integer.valueOf(text.getString());
        }
        return given instanceof JsonNumber number ? nearest(number.bigDecimalValue()) : null;
    }

    // What no int holds is out of range, too.
    private static Integer nearest(BigDecimal given) {
        return given.min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .max(BigDecimal.valueOf(Integer.MIN_VALUE))
                .intValue();
    }

    /** What no int holds is out of range, too. */
    public static Integer number(BigDecimal given) {
        return given == null ? null : nearest(given);
    }

    /** Null for a text that is absent or empty. */
    public static String text(String given) {
        return given == null || given.isEmpty() ? null : given;
    }
}
