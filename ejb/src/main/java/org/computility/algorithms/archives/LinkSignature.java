package org.computility.algorithms.archives;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.computility.shared.Denied;

/** Signs links with HMAC-SHA-256 over what they open and until when. */
final class LinkSignature {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    LinkSignature(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    String sign(String packageId, Instant expires) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] signed = (packageId + "\n" + expires.getEpochSecond()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /** Refuses with 403 {@code link-invalid} or {@code link-expired}. */
    void check(String packageId, Instant expires, String signature, Instant now) {
        byte[] right = sign(packageId, expires).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new Denied("link-invalid", "signature", "This link was not made by this platform.");
        }
        if (expires.isBefore(now)) {
            throw new Denied("link-expired", "expires", "This link has expired; have the package delivered again.");
        }
    }
}
