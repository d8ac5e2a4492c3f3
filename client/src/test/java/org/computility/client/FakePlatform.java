package org.computility.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers every call with what the test said, and keeps the last call. */
final class FakePlatform implements AutoCloseable {

    private final HttpServer server;
    private final Deque<String> calls = new ArrayDeque<>();
    private int status = 200;
    private String answer = "";
    private String type = "application/json";
    private boolean whole = true;
    private Headers headers;
    private URI last;

    FakePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void answers(int newStatus, String body) {
        status = newStatus;
        answer = body;
    }

    /** Closes the connection before the answer has ended. */
    synchronized void breaksOff() {
        whole = false;
    }

    /** Answers event by event from now on. */
    synchronized void streams(String events) {
        answers(200, events);
        type = "text/event-stream";
    }

    /** {@code METHOD path?query body} of the last call. */
    synchronized String lastCall() {
        return calls.getLast();
    }

    /** Method and path of every call until now. */
    synchronized List<String> operations() {
        return calls.stream()
                .map(call -> call.split("[ ?]", 3))
                .map(call -> call[0] + " " + call[1])
                .toList();
    }

    /** The parameters of the last call, decoded, in their order. */
    synchronized Map<String, String> lastQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        for (String each : last.getRawQuery().split("&")) {
            String[] pair = each.split("=", 2);
            query.put(decoded(pair[0]), decoded(pair[1]));
        }
        return query;
    }

    /** What stands between the slashes of the last call's path, decoded. */
    synchronized List<String> lastSegments() {
        // In a path, a plus is a plus.
        return Stream.of(last.getRawPath().substring(1).split("/"))
                .map(each -> decoded(each.replace("+", "%2B")))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    synchronized String lastToken() {
        return lastHeader("X-Auth-Token");
    }

    synchronized String lastHeader(String name) {
        return headers.getFirst(name);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        last = exchange.getRequestURI();
        headers = exchange.getRequestHeaders();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("X-Request-ID", "from-the-header");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length + (whole ? 0 : 1));
        OutputStream out = exchange.getResponseBody();
        out.write(bytes);
        if (!whole) {
            out.flush();
            throw new IOException("the connection breaks off");
        }
        out.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
