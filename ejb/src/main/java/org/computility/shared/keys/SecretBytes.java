package org.computility.shared.keys;

import java.security.SecureRandom;

/** Bytes that nobody can guess: of keys, nonces, salts, tokens, first passwords. */
public final class SecretBytes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretBytes() {}

    /** So many fresh bytes. */
    public static byte[] fresh(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
