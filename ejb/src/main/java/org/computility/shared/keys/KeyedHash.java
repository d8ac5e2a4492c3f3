package org.computility.shared.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Signatures under a key that two sides share, over the UTF-8 bytes of a text; in hexadecimal, lower case. */
public enum KeyedHash {
    /** GB/T 32905 in RFC 2104. */
    HMAC_SM3("HMAC-SM3", SM3Digest::new),
    HMAC_SHA256("HMAC-SHA256", SHA256Digest::new);

    private final String word;
    private final Supplier<Digest> digest;

    KeyedHash(String word, Supplier<Digest> digest) {
        this.word = word;
        this.digest = digest;
    }

    /** Its name as people write it, {@code HMAC-SM3}. */
    public String word() {
        return word;
    }

    public String sign(byte[] key, String text) {
        HMac mac = new HMac(digest.get());
        mac.init(new KeyParameter(key));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] signature = new byte[mac.getMacSize()];
        mac.doFinal(signature, 0);
        return Hashes.hex(signature);
    }

    /** Whether that is what {@link #sign} makes. The time taken does not tell where the two differ. */
    public boolean isSignature(String signature, byte[] key, String text) {
        return MessageDigest.isEqual(
                sign(key, text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
