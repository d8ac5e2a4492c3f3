package org.computility.reporting.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.computility.reporting.ReportingForTests;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_764_400_000);
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    /** By {@code openssl dgst -sm3 -hmac t0ken}, of OpenSSL 3. */
    private static final String SIGN = "12f02730f611521133a73db570bff4ef941a251953ba76aa540b465a9cd4b371";

    private static final String FRESH_SIGN = "be4b47bbc1dc5fe26da6f354c39bd72b7143dd523d22cbf70371ff027cebba73";
    private static final String QUERY = "projectName=%E5%BA%86&id=12";

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final Signatures signatures = new Signatures();

    SignaturesTest() {
        signatures.settings = new SignSettings_(room.database.sessions.current());
        signatures.caller = room.database.caller;
        signatures.clock = clock;
        clock.set(NOW);
    }

    @Test
    void aSignatureIsThatOfTheRequestUnderItsToken() {
        assertThatCode(() -> signatures.check(post("t0ken", BODY, SIGN))).doesNotThrowAnyException();

        room.refused("signature-missing", () -> signatures.check(post("t0ken", BODY, null)));
        room.refused("signature-missing", () -> signatures.check(post("t0ken", BODY, " ")));
        room.refused("signature-wrong", () -> signatures.check(post("another", BODY, SIGN)));
        room.refused("signature-wrong", () -> signatures.check(post("t0ken", new byte[0], SIGN)));
        room.refused("signature-wrong", () -> signatures.check(post("t0ken", BODY, SIGN.replace('1', '2'))));
        room.refused(
                "signature-wrong",
                () -> signatures.check(
                        new SignedRequest("t0ken", "PUT", "/api/project", null, BODY, SIGN, null, null)));
        room.refused(
                "signature-wrong",
                () -> signatures.check(
                        new SignedRequest("t0ken", "POST", "/api/project", "a=1", BODY, SIGN, null, null)));
    }

    @Test
    void aFreshRequestComesOnce() {
        assertThatCode(() -> check(fresh("1764400000", "n-1", FRESH_SIGN))).doesNotThrowAnyException();

        room.refused("signature-replayed", () -> signatures.check(fresh("1764400000", "n-1", FRESH_SIGN)));
        room.refused("signature-wrong", () -> signatures.check(fresh("1764400000", "n-2", FRESH_SIGN)));
        room.refused("member-missing", () -> signatures.check(signed("1764400000", null)));
        room.refused("member-missing", () -> signatures.check(signed(null, "n-3")));
        room.refused("member-invalid", () -> signatures.check(signed("yesterday", "n-3")));
        room.refused("member-invalid", () -> signatures.check(signed("1764400000", "n".repeat(65))));
        clock.pass(Duration.ofSeconds(301));
        room.refused("signature-stale", () -> signatures.check(signed("1764400000", "n-3")));
        clock.pass(Duration.ofSeconds(-602));
        room.refused("signature-stale", () -> signatures.check(signed("1764400000", "n-3")));
    }

    @Test
    void aNonceIsForgottenWhenItsRequestIsStale() {
        check(fresh("1764400000", "n-1", FRESH_SIGN));
        clock.pass(Duration.ofMinutes(11));
        room.database.sessions.commit(() -> {
            signatures.forget();
            return null;
        });
        room.refused("signature-stale", () -> signatures.check(fresh("1764400000", "n-1", FRESH_SIGN)));
        assertThatCode(() -> check(signed("1764400660", "n-1"))).doesNotThrowAnyException();
    }

    @Test
    void anAccountIsCheckedAsCloselyAsWasSaid() {
        set(SignMode.FRESH);
        room.refused("member-missing", () -> signatures.check(post("t0ken", BODY, SIGN)));
        set(SignMode.PRESENT);
        assertThatCode(() -> signatures.check(post("t0ken", BODY, "whatever"))).doesNotThrowAnyException();
        room.refused("signature-missing", () -> signatures.check(post("t0ken", BODY, null)));
    }

    @Test
    void theTokenIsNeverShown() {
        assertThat(post("t0ken", BODY, SIGN).toString()).doesNotContain("t0ken");
    }

    private void set(SignMode mode) {
        room.database.sessions.commit(() -> {
            signatures
                    .settings
                    .session()
                    .upsert(SignSetting.of(room.database.caller.get().accountId(), mode));
            return null;
        });
    }

    private void check(SignedRequest request) {
        room.database.sessions.commit(() -> {
            signatures.check(request);
            return null;
        });
    }

    private static SignedRequest post(String token, byte[] body, String sign) {
        return new SignedRequest(token, "POST", "/api/project", null, body, sign, null, null);
    }

    private static SignedRequest fresh(String time, String nonce, String sign) {
        return new SignedRequest("t0ken", "GET", "/api/project", QUERY, new byte[0], sign, time, nonce);
    }

    /** Signed rightly. */
    private static SignedRequest signed(String time, String nonce) {
        SignedRequest unsigned = fresh(time, nonce, null);
        String sign = KeyedHash.HMAC_SM3.sign("t0ken".getBytes(StandardCharsets.UTF_8), unsigned.text());
        return fresh(time, nonce, sign);
    }
}
