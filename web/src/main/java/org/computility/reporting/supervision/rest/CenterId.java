package org.computility.reporting.supervision.rest;

import org.computility.shared.Rejected;

/** The id of a reported center in a path. */
final class CenterId {

    private static final String MEMBER = "id";

    private CenterId() {}

    static int read(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", MEMBER, MEMBER + " is a number.");
        }
    }
}
