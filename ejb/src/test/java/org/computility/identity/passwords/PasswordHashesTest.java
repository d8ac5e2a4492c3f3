package org.computility.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private final PasswordHashes hashes = new PasswordHashes();

    @BeforeEach
    void prepare() {
        hashes.prepare();
    }

    @Test
    void knowsThePasswordAgain() {
        String hash = hashes.hash("correct horse 密码");

        assertThat(hashes.matches("correct horse 密码", hash)).isTrue();
        assertThat(hashes.matches("correct horse", hash)).isFalse();
    }

    @Test
    void saysWhatItCost() {
        assertThat(hashes.hash("x")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void neverHashesTheSameWayTwice() {
        assertThat(hashes.hash("x")).isNotEqualTo(hashes.hash("x"));
    }

    @Test
    void understandsHashesOfOtherCosts() {
        // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1, of the reference implementation's tests
        assertThat(hashes.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void knowsThePasswordOfAnApplicantAgain() {
        assertThat(hashes.matches("a long password", hashes.hashOfApplicant("a long password")))
                .isTrue();
        assertThat(hashes.hashOfApplicant("another")).isNotBlank();
    }

    @Test
    void nobodysHashIsNeverRight() {
        assertThat(hashes.matches("nobody has this password", null)).isFalse();
    }
}
