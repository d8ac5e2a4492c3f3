package org.computility.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection to the platform for requests that no HTTP client would send, or not at that pace. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;

    public Wire(URI platform) {
        try {
            socket = new Socket(platform.getHost(), platform.getPort());
            socket.setSoTimeout(PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one request and returns the whole answer, head and all; one char a byte. */
    public static String ask(URI platform, String line, List<String> headers, String body) {
        try (Wire wire = new Wire(platform)) {
            wire.send(head(line, headers, body.length()) + body);
            return wire.answer();
        }
    }

    /** The head of a request whose answer ends the connection. */
    public static String head(String line, List<String> headers, int length) {
        return Stream.of(List.of(line + " HTTP/1.1", "Host: localhost", "Connection: close"), headers, length(length))
                .flatMap(List::stream)
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
    }

    /** Sends those bytes, one a char. */
    public void send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the server ends the connection. */
    public String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> length(int length) {
        return length == 0 ? List.of() : List.of("Content-Length: " + length);
    }
}
