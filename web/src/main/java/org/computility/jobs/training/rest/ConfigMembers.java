package org.computility.jobs.training.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Members of a job's {@code config} (T/AI 123.8 tables A.32 and A.58) as the rooms take them. */
public final class ConfigMembers {

    private ConfigMembers() {}

    /** {@code nodeCount}: a number, or the same as a text, as table A.17 has it; null where it is absent. */
    public static Integer nodes(JsonValue given) {
        if (given instanceof JsonString text) {
            return Integer.valueOf(text.getString());
        }
        return given instanceof JsonNumber number
                ? number(number.bigDecimalValue().longValue())
                : null;
    }

    /** What no int holds is out of range, too. */
    public static Integer number(Long given) {
        return given == null ? null : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, given));
    }

    /** Null for a text that is absent or empty. */
    public static String text(String given) {
        return given == null || given.isEmpty() ? null : given;
    }
}
