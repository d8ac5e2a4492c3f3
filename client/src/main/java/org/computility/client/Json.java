package org.computility.client;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/** Objects whose members' names are known at run time only. */
final class Json {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }
}
