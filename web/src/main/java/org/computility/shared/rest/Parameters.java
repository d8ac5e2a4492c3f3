package org.computility.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/**
 * Parameters of {@code /platform/v1} as values; absent and empty are null. The parameters of a query have been held
 * against the API description before. What the description cannot say, and the parameters of a path, are refused here,
 * by name: JAX-RS itself would answer 404.
 */
public final class Parameters {

    private static final int LAST_YEAR = 9999;

    private Parameters() {}

    public static UUID uuid(String name, String text) {
        if (isAbsent(text)) {
            return null;
        }
        return UuidText.read(text).orElseThrow(() -> new Rejected("member-type", name, name + " is a UUID."));
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

    public static Integer number(String text) {
        return isAbsent(text) ? null : Integer.valueOf(text);
    }

    public static Boolean flag(String text) {
        return isAbsent(text) ? null : Boolean.valueOf(text);
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        return isAbsent(text) ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    public static String text(String text) {
        return isAbsent(text) ? null : text;
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isEmpty();
    }
}
