package org.computility.shared;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the rooms' settings come from: MicroProfile Config, so the environment first. */
@FunctionalInterface
public interface Settings {

    /** The text of a setting, when it is set. */
    Optional<String> find(String key);

    /** The settings of this server. */
    static Settings ofServer() {
        return key -> ConfigProvider.getConfig().getOptionalValue(key, String.class);
    }

    /** A time longer than nothing, in ISO 8601 ({@code PT90S}) or as a number of seconds. */
    default Duration duration(String key, Duration otherwise) {
        Duration value = find(key).map(text -> parse(key, text.strip())).orElse(otherwise);
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " must be longer than nothing, not " + value + ".");
        }
        return value;
    }

    /** A whole number of at least one. */
    default long count(String key, long otherwise) {
        long value;
        try {
            value = find(key).map(text -> Long.parseLong(text.strip())).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    key + " is a whole number, not " + find(key).orElse(""), e);
        }
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, not " + value + ".");
        }
        return value;
    }

    /** Yes or no, in the words that MicroProfile Config knows for yes and their opposites. */
    default boolean flag(String key, boolean otherwise) {
        return find(key).map(text -> yes(key, text.strip())).orElse(otherwise);
    }

    private static boolean yes(String key, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on", "1" -> true;
            case "false", "no", "n", "off", "0" -> false;
            default -> throw new IllegalArgumentException(key + " is true or false, not " + text + ".");
        };
    }

    private static Duration parse(String key, String text) {
        try {
            return text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + " is a time like PT90S or 90, not " + text + ".", e);
        }
    }
}
