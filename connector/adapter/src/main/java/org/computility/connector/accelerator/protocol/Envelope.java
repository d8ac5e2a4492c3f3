package org.computility.connector.accelerator.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/** {@code {"Code":0,"Message":"success","Data":…}}, the shape of every answer of a runtime. */
final class Envelope {

    // Looked up once: later calls come from threads whose context class loader knows no provider.
    static final JsonProvider JSON = JsonProvider.provider();

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private Envelope() {}

    /** The payload, {@link JsonValue#NULL} when there is none; JSON that is no envelope is {@code GARBLED}. */
    static JsonValue data(int status, byte[] body) throws RuntimeFailure {
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new RuntimeFailure(Reason.NOT_ACCEPTED, "the node does not accept the credential", null);
        }
        JsonObject envelope;
        try {
            envelope = object(new String(body, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            // The parser refuses deep nesting by a bare one.
            throw new RuntimeFailure(Reason.GARBLED, "HTTP " + status + " without a JSON envelope", e);
        }
        long code = code(status, envelope);
        if (code != 0 || status / 100 != 2) {
            String words = envelope.getString("Message", "HTTP " + status + ", Code " + code);
            throw new RuntimeFailure(Reason.REFUSED, Words.cut(words, Words.LONGEST_MESSAGE), null);
        }
        return envelope.getOrDefault("Data", JsonValue.NULL);
    }

    private static long code(int status, JsonObject envelope) throws RuntimeFailure {
        try {
            return Decoding.code(envelope);
        } catch (JsonException e) {
            throw new RuntimeFailure(Reason.GARBLED, "HTTP " + status + ", an envelope without Code", e);
        }
    }

    /** What a node told, cleaned. */
    static JsonObject object(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return Cleaning.of(reader.readObject());
        }
    }
}
