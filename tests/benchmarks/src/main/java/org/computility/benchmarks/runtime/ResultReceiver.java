package org.computility.benchmarks.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** A rule's {@code ResultReceiveUrl} in this process: takes everything and counts it, without reading more than it must. */
final class ResultReceiver implements AutoCloseable {

    private static final String ONCE_A_RESULT = "\"sequence\":";

    private final HttpServer server;
    private final LongAdder results = new LongAdder();

    ResultReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/results";
    }

    long count() {
        return results.sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        results.add(occurrences(new String(body, StandardCharsets.ISO_8859_1)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static int occurrences(String body) {
        int count = 0;
        for (int at = body.indexOf(ONCE_A_RESULT); at >= 0; at = body.indexOf(ONCE_A_RESULT, at + 1)) {
            count++;
        }
        return count;
    }
}
