package org.computility.system.printed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An authorization server that answers the printed quota of D.6 for whatever capability, see docs/licence-quotas.md. */
final class AuthorizationServer implements AutoCloseable {

    private final HttpServer server;

    AuthorizationServer() {
        byte[] quota = Printed.response("D.6").get("Data").toString().getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/AuthServer/Quota/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, quota.length);
            try (var out = exchange.getResponseBody()) {
                out.write(quota);
            }
        });
        server.start();
    }

    /** {@code Server} of table D.1. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
