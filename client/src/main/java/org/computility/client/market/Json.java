package org.computility.client.market;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/** Objects whose members' names are known at run time only. */
public final class Json {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** An empty one, to be filled. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }
}
