package org.computility.shared.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key, over the UTF-8 bytes of a text. Threads may share it. */
public final class Hmac {

    /** As long as what it makes: RFC 2104 section 3 asks for no shorter key, and a longer key adds nothing. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** 32 bytes that only a holder of the key can make. */
    public byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The same in hexadecimal, lower case. */
    public String signature(String text) {
        return Hashes.hex(sign(text));
    }

    /** Whether that is the {@link #signature} of this text. The time taken does not tell where the two differ. */
    public boolean isSignature(String signature, String text) {
        return MessageDigest.isEqual(
                signature(text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
