package org.computility.runtime.api;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The credential that the platform and the node share. */
final class BasicCredential {

    private final byte[] expected;

    BasicCredential(String username, String password) {
        this.expected = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    boolean isShownBy(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            // In constant time, so that an answer's delay tells nothing about the password.
            return MessageDigest.isEqual(
                    expected, Base64.getDecoder().decode(header.substring(6).trim()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
