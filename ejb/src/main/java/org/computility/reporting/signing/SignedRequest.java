package org.computility.reporting.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.keys.Hashes;
import org.computility.shared.keys.KeyedHash;

/**
 * A request as its sender signs it.
 *
 * @param token the one that the request shows; its UTF-8 bytes are the key
 * @param path as it was sent, from the slash on, without the query
 * @param query as it was sent, percent-encoded; null and empty: none
 * @param body its bytes as they were sent; empty: none
 * @param sign null: none
 * @param time seconds since 1970, as a text; null: not told
 * @param nonce a text of the sender's that no other request has; null: none
 */
public record SignedRequest(
        String token, String method, String path, String query, byte[] body, String sign, String time, String nonce) {

    /**
     * What is signed: method, path, the parts of the query in the order of their bytes, and the hash of the body, each on a line;
     * then time and nonce, each on a line, where the request has them.
     */
    String text() {
        String parts =
                query == null ? "" : Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&"));
        return Stream.of(method, path, parts, Hashes.sm3(body), time, nonce)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** What the header {@code sign} of this request is: for who sends it. */
    public String signature() {
        return KeyedHash.HMAC_SM3.sign(token.getBytes(StandardCharsets.UTF_8), text());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
