package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private static final byte[] KEY = "shared with the reference gateway".getBytes(StandardCharsets.UTF_8);

    // As `openssl dgst -sm3 -hmac` and RFC 4231 (test case 2) have them.
    private static final String SM3 = "b5211aedc5a3fd8e8356065eb3f67bcc89bbc24d59a29daa1e01192ad2ee7a54";
    private static final String SHA256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void itSignsAsOthersDo() {
        assertThat(KeyedHash.HMAC_SM3.sign(KEY, "abc")).isEqualTo(SM3);
        assertThat(KeyedHash.HMAC_SHA256.sign(
                        "Jefe".getBytes(StandardCharsets.US_ASCII), "what do ya want for nothing?"))
                .isEqualTo(SHA256);
    }

    @Test
    void anotherTextKeyOrHashIsNoSignature() {
        assertThat(KeyedHash.HMAC_SM3.isSignature(SM3, KEY, "abc")).isTrue();
        assertThat(KeyedHash.HMAC_SM3.isSignature(SM3, KEY, "abd")).isFalse();
        assertThat(KeyedHash.HMAC_SM3.isSignature(SM3, new byte[32], "abc")).isFalse();
        assertThat(KeyedHash.HMAC_SHA256.isSignature(SM3, KEY, "abc")).isFalse();
        assertThat(KeyedHash.HMAC_SM3.isSignature("", KEY, "abc")).isFalse();
    }
}
