package org.computility.identity.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.computility.shared.Rejected;

/** {@code authMethod} of table A.2: the table says a text, its words show a list. */
final class AuthMethod {

    private static final String MEMBER = "authMethod";
    private static final String PASSWORD = "password";

    private AuthMethod() {}

    /** Rejected {@code member-type} for neither a text nor a list of texts, {@code member-invalid} for another method, or several. */
    static void requirePassword(JsonValue given) {
        if (given instanceof JsonArray several) {
            if (several.size() != 1) {
                throw invalid();
            }
            requireName(several.get(0));
        } else {
            requireName(given);
        }
    }

    private static void requireName(JsonValue given) {
        if (!(given instanceof JsonString name)) {
            throw new Rejected("member-type", MEMBER, MEMBER + " is a text, or a list of one text.");
        }
        if (!name.getString().equals(PASSWORD)) {
            throw invalid();
        }
    }

    private static Rejected invalid() {
        return new Rejected("member-invalid", MEMBER, MEMBER + " is " + PASSWORD + ".");
    }
}
