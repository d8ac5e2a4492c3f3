package org.computility.client.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The header {@code sign} of TC609: HMAC-SM3, keyed with the token, over method, path, sorted query and the body's SM3. */
public final class RequestSign {

    private RequestSign() {}

    /** @param body its text; empty: none */
    public static String of(String token, String method, URI uri, String body) {
        String query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&")).sorted().collect(Collectors.joining("&"));
        String signed = String.join("\n", method, uri.getRawPath(), query, hash(body));
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(token.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] sign = new byte[mac.getMacSize()];
        mac.doFinal(sign, 0);
        return HexFormat.of().formatHex(sign);
    }

    private static String hash(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
