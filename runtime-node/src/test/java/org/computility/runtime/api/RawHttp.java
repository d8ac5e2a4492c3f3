package org.computility.runtime.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A caller that sends what no HTTP client would. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 40_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    static String basic(String credential) {
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that comes back for a body sent with the right credential. */
    String post(String path, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head("POST " + path, basic("node:secret"), "Content-Length: " + body.length));
        request.writeBytes(body);
        return exchange(request.toByteArray());
    }

    /** Everything that comes back until the far end closes. */
    String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A request's head, the last one on its connection. */
    static byte[] head(String request, String authorization, String... headers) {
        StringBuilder head = new StringBuilder(request + " HTTP/1.1\r\nHost: node\r\nConnection: close\r\n");
        if (authorization != null) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        for (String each : headers) {
            head.append(each).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
