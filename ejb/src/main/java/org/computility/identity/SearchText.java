package org.computility.identity;

import java.util.Locale;

/** Patterns for LIKE that mean what a person typed. */
final class SearchText {

    private SearchText() {}

    /** Matches whatever holds the text, in any case; null matches all. */
    static String containing(String text) {
        return text == null ? "%" : "%" + exactly(text) + "%";
    }

    /** Matches the text alone, in any case. */
    static String exactly(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
