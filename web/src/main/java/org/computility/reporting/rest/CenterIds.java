package org.computility.reporting.rest;

import org.computility.shared.Rejected;

/** Ids of centers in paths. */
public final class CenterIds {

    private static final String MEMBER = "centerId";

    private CenterIds() {}

    public static int read(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", MEMBER, MEMBER + " is a number.");
        }
    }
}
