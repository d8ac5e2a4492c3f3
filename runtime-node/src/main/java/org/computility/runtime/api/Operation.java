package org.computility.runtime.api;

import jakarta.json.JsonValue;
import java.io.IOException;
import org.computility.runtime.Refusal;

/**
 * One operation of the API.
 *
 * @param path below /ACSMP; may end in {@code {ID}}
 */
record Operation(String method, String path, Action action) {

    private static final String ID = "{ID}";

    /** What the operation does; {@link JsonValue#NULL} is an answer without Data. */
    interface Action {
        JsonValue run(String argument, byte[] body) throws Refusal, IOException;
    }

    /** The ID in that path: empty when the operation has none, null when the path belongs to another operation. */
    String argument(String called) {
        String own = "/ACSMP" + path;
        if (!own.endsWith(ID)) {
            return called.equals(own) ? "" : null;
        }
        String before = own.substring(0, own.length() - ID.length());
        String rest = called.startsWith(before) ? called.substring(before.length()) : "";
        return rest.isEmpty() || rest.contains("/") ? null : rest;
    }
}
