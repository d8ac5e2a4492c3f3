package org.computility.demo.stage;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords for one demonstration; nobody needs to know them. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private Secrets() {}

    /** 24 characters. */
    public static String password() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
