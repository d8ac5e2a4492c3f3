package org.computility.system.algorithms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A shop that packages are fetched from: {@code /package.tar}, {@code /moved} leads there, {@code /gone} is no more,
 * {@code /circle} leads to itself, {@code /inside} leads to an internal address, {@code /half} breaks off.
 */
final class PackageSource implements AutoCloseable {

    private final HttpServer server;

    PackageSource(byte[] content) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/package.tar", exchange -> send(exchange, content.length, content));
        server.createContext("/moved", exchange -> redirect(exchange, "/package.tar"));
        server.createContext("/gone", exchange -> answer(exchange, 404));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.createContext("/inside", exchange -> redirect(exchange, "http://10.1.2.3/package.tar"));
        server.createContext("/half", exchange -> send(exchange, content.length * 2L, content));
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 302);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void send(HttpExchange exchange, long promised, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, promised);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
