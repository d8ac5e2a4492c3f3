package org.computility.shared.database;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;

/**
 * Reads JSON that is kept already. It may be older than today's rules for what comes in: one number that no reader takes
 * must not hide the page that shows it.
 */
final class KeptJson {

    /** Of a number with more digits a parser says that it is too long. */
    private static final int LONGEST_NUMBER = 1000;

    private KeptJson() {}

    /** The value; members and elements that are numbers too long to read are left out, or null. */
    static JsonValue read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser refuses long numbers by a bare one.
            return withoutLongNumbers(text);
        }
    }

    private static JsonValue withoutLongNumbers(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            return value(parser, parser.next());
        }
    }

    private static JsonValue value(JsonParser parser, Event event) {
        return switch (event) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER -> isLong(parser) ? JsonValue.NULL : parser.getValue();
            default -> parser.getValue();
        };
    }

    private static JsonValue object(JsonParser parser) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            Event event = parser.next();
            if (event != Event.VALUE_NUMBER || !isLong(parser)) {
                object.add(name, value(parser, event));
            }
        }
        return object.build();
    }

    private static JsonValue array(JsonParser parser) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(parser, event));
        }
        return array.build();
    }

    private static boolean isLong(JsonParser parser) {
        return parser.getString().length() > LONGEST_NUMBER;
    }
}
