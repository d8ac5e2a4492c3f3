package org.computility.trading.subscription.calls;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * What is handed over to a service.
 *
 * @param text as it was sent
 * @param isJson whether it goes as JSON; else as plain text
 */
public record ServiceInput(String text, boolean isJson) {

    /** A text: what holds a JSON object or array goes as JSON. */
    public static ServiceInput of(String text) {
        String begin = text.stripLeading();
        boolean mayBe = begin.startsWith("{") || begin.startsWith("[");
        return new ServiceInput(text, mayBe && isStructure(text));
    }

    String type() {
        return isJson ? "application/json" : "text/plain; charset=utf-8";
    }

    private static boolean isStructure(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            reader.read();
            return true;
        } catch (RuntimeException e) {
            // No JSON, or so deep that a parser gives up, which has no exception of its own.
            return false;
        }
    }
}
