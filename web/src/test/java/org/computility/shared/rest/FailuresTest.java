package org.computility.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.Throttled;
import org.computility.shared.Unauthenticated;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Failures failures = new Failures();

    @Test
    void eachRefusalHasItsStatus() {
        assertThat(of(new Rejected("c", "m")).status()).isEqualTo(400);
        assertThat(of(new Unauthenticated("c", "m")).status()).isEqualTo(401);
        assertThat(of(new Denied("c", "m")).status()).isEqualTo(403);
        assertThat(of(new NotFound("c", "m")).status()).isEqualTo(404);
        assertThat(of(new Conflict("c", "m")).status()).isEqualTo(409);
        assertThat(of(new Unavailable("c", "m")).status()).isEqualTo(503);
        assertThat(of(new Throttled("c", "m", Duration.ofSeconds(3))))
                .isEqualTo(new Failure(429, "c", null, "m", Duration.ofSeconds(3)));
    }

    @Test
    void theConsolesRecordsSayTheSameStatus() {
        assertThat(Failures.statusOf(new NotFound("c", "m"))).isEqualTo(404);
        assertThat(Failures.statusOf(new Throttled("c", "m", Duration.ofSeconds(3))))
                .isEqualTo(429);
    }

    @Test
    void findsARefusalInsideOtherExceptions() {
        Failure failure =
                of(new ProcessingException(new JsonbException("x", new Rejected("member-invalid", "Time", "t"))));

        assertThat(failure.code()).isEqualTo("member-invalid");
        assertThat(failure.member()).isEqualTo("Time");
    }

    @Test
    void aBodyThatDoesNotBindIsTheCallersFault() {
        assertThat(of(new ProcessingException(new JsonbException("x"))).code()).isEqualTo("body-not-json");
    }

    @Test
    void anAnswerThatDoesNotBindIsOurs() {
        assertThat(failures.of(new ProcessingException(new JsonbException("x")), "r", true)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void nothingOfTheInsideLeaks() {
        Failure failure = of(new IllegalStateException("password of the database"));

        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.message()).doesNotContain("password");
    }

    @Test
    void acsmpNumbersWhatItRefuses() {
        Object body = Family.ACSMP.body(new Failure(400, "member-missing", "IP", "IP is missing.", null), "r-1");

        assertThat(body).isEqualTo(new AcsmpEnvelope(40001, "IP is missing.", "r-1", null));
    }

    @Test
    void thePlatformsOwnFamilyAnswersProblems() {
        Object body = Family.PLATFORM.body(new Failure(409, "account-exists", "username", "Taken.", null), "r-1");

        assertThat(body)
                .isEqualTo(new Problem(
                        "urn:computility:failure:account-exists",
                        "Account exists",
                        409,
                        "Taken.",
                        "account-exists",
                        "username",
                        "r-1"));
    }

    private Failure of(Throwable thrown) {
        return failures.of(thrown, "r", false);
    }
}
