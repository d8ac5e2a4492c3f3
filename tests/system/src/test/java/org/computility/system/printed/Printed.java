package org.computility.system.printed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The printed examples: {@code ‹table›-request.txt} and {@code ‹table›-response.txt}, letter by letter, without the empty
 * lines and page heads. Where the print is no JSON, a file of the same name with the ending {@code .json} has the nearest
 * text that is. docs/acsmp.md lists them.
 */
final class Printed {

    private Printed() {}

    static JsonObject request(String table) {
        return json(table + "-request");
    }

    static JsonObject response(String table) {
        return json(table + "-response");
    }

    private static JsonObject json(String name) {
        String printed = text(name + ".txt").orElseThrow(() -> new AssertionError("no example " + name));
        return text(name + ".json").map(mended -> mended(name, printed, mended)).orElseGet(() -> read(printed));
    }

    private static JsonObject mended(String name, String printed, String mended) {
        try {
            read(printed);
        } catch (JsonParsingException e) {
            return read(mended);
        }
        throw new AssertionError(name + " is JSON as it is printed and needs no mending");
    }

    /** As the only element of an array: some readers of objects take no notice of what stands behind one. */
    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + text + "]"))) {
            return reader.readArray().getJsonObject(0);
        }
    }

    private static Optional<String> text(String name) {
        try (InputStream in = Printed.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
