package org.computility.runtime;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Supplier;

/** JSON that somebody else wrote. */
public final class JsonText {

    private JsonText() {}

    /** The text as an object; empty when it is anything else, however wrong. */
    public static Optional<JsonObject> object(String text) {
        return object(() -> Json.createReader(new StringReader(text)));
    }

    /** As {@link #object(String)}, in any encoding that JSON may have. */
    public static Optional<JsonObject> object(byte[] bytes) {
        return object(() -> Json.createReader(new ByteArrayInputStream(bytes)));
    }

    private static Optional<JsonObject> object(Supplier<JsonReader> opened) {
        try (JsonReader reader = opened.get()) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException e) {
            // Not only JsonException: the parser complains of deep nesting by a RuntimeException without a type.
            return Optional.empty();
        }
    }
}
