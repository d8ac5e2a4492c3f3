package org.computility.connector.http;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Cuts a {@code text/event-stream} into events, whatever pieces its bytes arrive in. Lines are decoded whole, so a
 * character may be split between two pieces.
 */
public final class SseParser {

    private final int longest;
    private final BiConsumer<String, String> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean hasData;
    private boolean afterCarriageReturn;
    private boolean firstLine = true;
    private long comments;

    /**
     * @param longest bytes of a line and characters of an event
     * @param events takes the event's name and data
     */
    public SseParser(int longest, BiConsumer<String, String> events) {
        this.longest = longest;
        this.events = events;
    }

    /** Takes the next bytes; a {@link ProtocolException} where an event is too long. */
    public void feed(ByteBuffer bytes) throws ProtocolException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean secondHalfOfCrLf = next == '\n' && afterCarriageReturn;
            afterCarriageReturn = next == '\r';
            if (secondHalfOfCrLf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                take(firstLine && text.startsWith("\uFEFF") ? text.substring(1) : text);
                firstLine = false;
            } else {
                line.write(next);
                refuseBeyond(line.size());
            }
        }
    }

    /** How many comments have come so far. */
    public long comments() {
        return comments;
    }

    private void take(String text) throws ProtocolException {
        if (text.isEmpty()) {
            dispatch();
            return;
        }
        int colon = text.indexOf(':');
        comments += colon == 0 ? 1 : 0;
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            data.append(hasData ? "\n" : "").append(value);
            hasData = true;
            refuseBeyond(data.length());
        }
    }

    private void dispatch() {
        String event = name;
        String text = data.toString();
        boolean complete = hasData;
        name = "";
        data.setLength(0);
        hasData = false;
        if (complete) {
            events.accept(event, text);
        }
    }

    private void refuseBeyond(int length) throws ProtocolException {
        if (length > longest) {
            throw new ProtocolException("more than " + longest + " bytes in one event");
        }
    }
}
