package org.computility.shared;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON provider, looked up once. {@code jakarta.json.Json} searches the whole class path for it at every call,
 * behind one lock for all threads. In a recording of keepalives, that was more than half of all waiting for locks.
 */
public final class JsonSupport {

    /** What {@code jakarta.json.Json} offers; safe for all threads. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonSupport() {}
}
