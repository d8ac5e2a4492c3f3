package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The neutral members that rooms name, as T/BAX 0006.5 prints them and as the platform answers them. */
class MembersTest {

    @ParameterizedTest
    @CsvSource({
        "computeCode, ComputilityCode",
        "packageId, AlgoFilePackageID",
        "serviceId, AlgoServiceID",
        "algoDefCode, AlgoDefCode",
        "licenseFile, LicenseFile",
        "env[1].name, Env[1].Name",
        "capabilities.code, Capabilities.Code",
        "code, Code",
        "ip, IP",
        "password, Password",
        "page, PageNumber"
    })
    void standsAsTheTablesPrintIt(String neutral, String printed) {
        assertThat(Family.ACSMP.spelt(neutral)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"computeCode, computeCode", "algoDefCode, AlgoDefCode", "packageId, AlgoFilePackageID"})
    void thePlatformsOwnAnswersLeaveItButForTwo(String neutral, String answered) {
        assertThat(Family.PLATFORM.spelt(neutral)).isEqualTo(answered);
    }

    @Test
    void aRefusalSaysItInTheTablesWords() {
        Failure failure = Failure.of(
                new Rejected("member-missing", new Member("packageId"), "{member} is missing."), Family.ACSMP);

        assertThat(failure.member()).isEqualTo("AlgoFilePackageID");
        assertThat(failure.message()).isEqualTo("AlgoFilePackageID is missing.");
    }

    @Test
    void whatTheEdgeReadStaysAsItWasWritten() {
        Failure failure = Failure.of(
                new Conflict("idempotency-key-in-use", Member.written("Idempotency-Key"), "Ask again."),
                Family.TRADING);

        assertThat(failure.member()).isEqualTo("Idempotency-Key");
    }
}
