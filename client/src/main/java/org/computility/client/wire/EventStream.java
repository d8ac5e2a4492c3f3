package org.computility.client.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The events of an answer of the type {@code text/event-stream}. Not Jersey's {@code EventInput}: for that a connection that
 * breaks off is the end of the stream.
 */
public final class EventStream {

    /** One event that has data; its name is empty where it has none. */
    public record Event(String name, String data) {}

    private final BufferedReader lines;

    public EventStream(InputStream answer) {
        lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
    }

    /** Empty at the end. Throws where the stream breaks off. */
    public Optional<Event> next() throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(name, data.toString()));
            } else if (line.isEmpty()) {
                name = "";
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line));
            }
        }
        return data.isEmpty() ? Optional.empty() : Optional.of(new Event(name, data.toString()));
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
