package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.shared.Conflict;
import org.computility.shared.Unavailable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorsTest {

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, node-unreachable",
        "TIMED_OUT, node-timed-out",
        "GARBLED, node-answer-garbled",
        "NOT_ACCEPTED, node-credential-refused",
        "REFUSED, node-refused"
    })
    void everyReasonHasItsOwnCode(Reason reason, String code) {
        var failure = Accelerators.failure("11010800005020000001", new RuntimeFailure(reason, "disk full", null));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageContaining("11010800005020000001");
        assertThat(failure)
                .isInstanceOf(
                        reason == Reason.NOT_ACCEPTED || reason == Reason.REFUSED ? Conflict.class : Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE", "TIMED_OUT", "GARBLED", "REFUSED"})
    void theNodesOwnWordsArePassedOn(Reason reason) {
        assertThat(Accelerators.failure("1", new RuntimeFailure(reason, "disk full", null)))
                .hasMessageContaining("disk full");
    }
}
