package org.computility.licensing.rest;

import org.computility.shared.Rejected;

/** The ID of an authorization server or of a licence file in a path: the int of tables D.1 and E.1. */
final class RecordNumber {

    /** More digits than any number has: the room knows none that large. */
    private static final int MOST_DIGITS = 18;

    private RecordNumber() {}

    /** @throws Rejected {@code member-type} for what is no whole number */
    static long read(String text) {
        if (!text.matches("[0-9]+")) {
            throw new Rejected(
                    "member-type", "ID", "ID is a whole number as the registration answered it, not " + text + ".");
        }
        return text.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
