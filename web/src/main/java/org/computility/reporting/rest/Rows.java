package org.computility.reporting.rest;

import jakarta.json.JsonObjectBuilder;

/** How a row of a list says what there is. */
final class Rows {

    private Rows() {}

    /** Null is left out. */
    static void add(JsonObjectBuilder row, String name, String value) {
        if (value != null) {
            row.add(name, value);
        }
    }
}
