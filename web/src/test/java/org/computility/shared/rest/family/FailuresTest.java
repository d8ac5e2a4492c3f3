package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.computility.shared.Member;
import org.computility.shared.PaymentDue;
import org.computility.shared.Rejected;
import org.computility.shared.Throttled;
import org.computility.shared.database.outage.DatabaseState;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Failures failures = new Failures();

    @Test
    void aRefusalKeepsItsStatusAndWhenToTryAgain() {
        assertThat(of(new PaymentDue("c", "m")).status()).isEqualTo(402);
        assertThat(of(new Throttled("c", "m", Duration.ofSeconds(3))))
                .isEqualTo(new Failure(429, "c", null, "m", Duration.ofSeconds(3)));
    }

    @Test
    void aNeutralMemberIsSpeltAsTheFamilySpellsIt() {
        Rejected refusal = new Rejected("page-number-invalid", new Member("page"), "{member} counts from 1.");

        assertThat(failures.of(refusal, Family.ACSMP, "r", false))
                .isEqualTo(new Failure(400, "page-number-invalid", "PageNumber", "PageNumber counts from 1.", null));
        assertThat(of(refusal)).isEqualTo(new Failure(400, "page-number-invalid", "page", "page counts from 1.", null));
    }

    @Test
    void findsARefusalInsideOtherExceptions() {
        Failure failure =
                of(new ProcessingException(new JsonbException("x", new Rejected("member-invalid", "Time", "t"))));

        assertThat(failure.code()).isEqualTo("member-invalid");
        assertThat(failure.member()).isEqualTo("Time");
    }

    @Test
    void aValueOfAMegabyteIsNotSentBack() {
        String value = "😀".repeat(500_000);

        Failure failure =
                of(new Rejected("member-invalid", "specId", "{member} is an id, not " + value + ", of a spec."));

        assertThat(failure.message())
                .startsWith("specId is an id, not 😀")
                .contains("😀…😀")
                .endsWith("😀, of a spec.")
                .hasSizeBetween(1025, 2000);
    }

    @Test
    void aBodyThatDoesNotBindIsTheCallersFault() {
        assertThat(of(new ProcessingException(new JsonbException("x"))).code()).isEqualTo("body-not-json");
    }

    /** Parsers wrap what their stream threw. */
    @Test
    void aBodyThatDidNotArriveIsLateWhoeverWasReadingIt() {
        WebApplicationException late = new WebApplicationException(408);

        assertThat(of(new ProcessingException(new JsonbException("x", late))).code())
                .isEqualTo("body-late");
        assertThat(of(new IllegalStateException(late)).status()).isEqualTo(408);
    }

    @Test
    void anAnswerThatDoesNotBindIsOurs() {
        assertThat(failures.of(new ProcessingException(new JsonbException("x")), Family.PLATFORM, "r", true)
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
    void whileTheDatabaseIsAwayTheCallerIsToldToComeAgain() {
        failures.database = new DatabaseState(Clock.systemUTC());

        Failure failure = of(new EJBException(
                new IllegalStateException(new SQLException("password of the database: connection refused", "08001"))));

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.code()).isEqualTo("database-away");
        assertThat(failure.retryAfter()).isPositive();
        assertThat(failure.message()).doesNotContain("password");
    }

    @Test
    void aFullDiskIsToldAsThatInEachFamilysWords() {
        Throwable full =
                new EJBException(new IllegalStateException(new SQLException("could not extend file", "53100")));

        for (Family family : Family.values()) {
            Failure failure = failures.of(full, family, "r", false);
            assertThat(family.status(failure)).as("%s", family).isEqualTo(507);
            assertThat(failure.code()).isEqualTo("storage-full");
        }
        Failure failure = failures.of(full, Family.ACSMP, "r", false);
        assertThat(AcsmpEnvelope.CODES.number(failure)).isEqualTo("50700");
        assertThat(NetworkRefusal.CODES.number(failure)).isEqualTo("1507");
    }

    private Failure of(Throwable thrown) {
        return failures.of(thrown, Family.PLATFORM, "r", false);
    }
}
