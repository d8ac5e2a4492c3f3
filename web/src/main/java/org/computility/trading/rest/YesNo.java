package org.computility.trading.rest;

import java.util.Locale;
import java.util.Set;

/** The texts that {@code subscribe_confirm} may have; the contract lists them. */
final class YesNo {

    private static final Set<String> YES = Set.of("YES", "TRUE", "是");

    private YesNo() {}

    /** Absent is no. */
    static boolean isYes(String text) {
        return text != null && YES.contains(text.toUpperCase(Locale.ROOT));
    }
}
