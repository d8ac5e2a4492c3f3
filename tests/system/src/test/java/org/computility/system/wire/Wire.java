package org.computility.system.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection to the platform for requests that no HTTP client would send, or not at that pace. */
public final class Wire implements AutoCloseable {

    private static final Pattern HEAD = Pattern.compile(
            "^.*?\r\ncontent-length: *(\\d+)\r\n(?:.*?\r\n)?\r\n", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final int PATIENCE_MS = 60_000;
    private static final int SMALL = 4096;

    private final Socket socket;

    public Wire(URI platform) {
        this(platform, new Socket());
    }

    private Wire(URI platform, Socket socket) {
        this.socket = socket;
        try {
            socket.connect(new InetSocketAddress(platform.getHost(), platform.getPort()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection whose caller has next to no room for what it is sent and does not read. */
    public static Wire small(URI platform) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            return new Wire(platform, socket);
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

    /** The head of a request without a body that others follow on the same connection. */
    public static String more(String line, List<String> headers) {
        return Stream.of(List.of(line + " HTTP/1.1", "Host: localhost"), headers)
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

    /** One answer, head and all: to the length that its head says, else all that comes until the server ends the connection. */
    public String answer() {
        StringBuilder answer = new StringBuilder();
        byte[] chunk = new byte[8192];
        try {
            int count = 0;
            while (count >= 0 && !isWhole(answer)) {
                count = socket.getInputStream().read(chunk);
                answer.append(new String(chunk, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(CharSequence answer) {
        Matcher head = HEAD.matcher(answer);
        return head.find() && answer.length() >= head.end() + Integer.parseInt(head.group(1));
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
