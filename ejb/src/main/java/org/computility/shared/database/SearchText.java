package org.computility.shared.database;

import java.util.Locale;

/** Patterns for {@code LIKE … ESCAPE '!'} on lower-case columns that mean what a person typed. */
public final class SearchText {

    private SearchText() {}

    /** Matches whatever holds the text, in any case; null matches all. */
    public static String containing(String text) {
        return text == null ? "%" : "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
