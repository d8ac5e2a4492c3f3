package org.computility.system.reporting;

import jakarta.json.JsonStructure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** A visitor who signs each call as docs/monitoring.md says. */
public record Signer(Visitor visitor) {

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer post(String path, JsonStructure body) {
        return call("POST", path, body.toString());
    }

    public Answer put(String path, JsonStructure body) {
        return call("PUT", path, body.toString());
    }

    /** Signed where the visitor has a token. */
    public Answer call(String method, String path, String body) {
        HttpRequest.Builder request = begin(method, path, body);
        visitor.token()
                .ifPresent(token -> request.header(
                        "sign", sign(token, method, request.build().uri(), body)));
        return visitor.send(request.build());
    }

    /** With time and nonce among what is signed. */
    Answer fresh(String method, String path, String body, String time, String nonce) {
        HttpRequest.Builder request = begin(method, path, body);
        URI uri = request.build().uri();
        String token = visitor.token().orElseThrow();
        return visitor.send(request.header("sign", sign(token, method, uri, body, time, nonce))
                .header("sign-time", time)
                .header("sign-nonce", nonce)
                .build());
    }

    /** With whatever stands there for the signature. */
    Answer signedAs(String sign, String method, String path, String body) {
        return visitor.send(begin(method, path, body).header("sign", sign).build());
    }

    private HttpRequest.Builder begin(String method, String path, String body) {
        HttpRequest.Builder request = visitor.request(path);
        return body.isEmpty()
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    /** What a sender with that token signs. */
    static String sign(String token, String method, URI uri, String body, String... more) {
        String query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&")).sorted().collect(Collectors.joining("&"));
        StringBuilder text = new StringBuilder(String.join("\n", method, uri.getRawPath(), query, sm3(body)));
        for (String line : more) {
            text.append('\n').append(line);
        }
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(token.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] sign = new byte[mac.getMacSize()];
        mac.doFinal(sign, 0);
        return HexFormat.of().formatHex(sign);
    }

    private static String sm3(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
