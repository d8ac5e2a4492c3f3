package org.computility.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.computility.shared.Rejected;

/**
 * Path and query parameters of {@code /platform/v1}, read so that a wrong one is refused by name; JAX-RS itself would
 * answer 404. Absent and empty are null.
 */
public final class Parameters {

    private static final int LAST_YEAR = 9999;

    private Parameters() {}

    public static UUID uuid(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Rejected("member-type", name, name + " is a UUID.");
        }
    }

    /** ISO 8601 with an offset. */
    public static Instant instant(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        try {
            // A plus sign that nobody encoded arrives as a space.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw new Rejected("member-invalid", name, name + " is between the years 1 and " + LAST_YEAR + ".");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new Rejected("member-type", name, name + " is an instant like 2026-11-22T08:00:00Z.");
        }
    }

    public static Integer number(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", name, name + " is a number.");
        }
    }

    public static Boolean flag(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw new Rejected("member-type", name, name + " is true or false.");
        }
        return Boolean.valueOf(text);
    }

    public static <E extends Enum<E>> E oneOf(String name, Class<E> type, String text) {
        if (isAbsent(text)) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Rejected("member-invalid", name, name + " is not one of the documented values.");
        }
    }

    public static String text(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        // No text of the database holds it.
        if (text.indexOf('\0') >= 0) {
            throw new Rejected("member-invalid", name, name + " holds the character U+0000.");
        }
        return text;
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isEmpty();
    }
}
