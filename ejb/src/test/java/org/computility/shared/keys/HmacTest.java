package org.computility.shared.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HmacTest {

    private final Hmac hmac = new Hmac("Jefe".getBytes(StandardCharsets.US_ASCII));

    /** RFC 4231 section 4.3. */
    @Test
    void isTheHmacOfTheStandard() {
        assertThat(hmac.signature("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aSignatureIsOfItsTextAndKey() {
        String signature = hmac.signature("text 文");

        assertThat(hmac.isSignature(signature, "text 文")).isTrue();
        assertThat(hmac.isSignature(signature, "text")).isFalse();
        assertThat(hmac.isSignature(signature.toUpperCase(java.util.Locale.ROOT), "text 文"))
                .isFalse();
        assertThat(hmac.isSignature("", "text 文")).isFalse();
        assertThat(new Hmac(new byte[] {1}).isSignature(signature, "text 文")).isFalse();
    }
}
