package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcsmpEnvelopeTest {

    @Test
    void shortensAMessageToTheCodePointsThatItsTableAllows() {
        String longest = "算".repeat(1023) + "\uD83D\uDE80";

        assertThat(message(longest)).isEqualTo(longest);
        assertThat(message(longest + "…")).isEqualTo(longest);
        assertThat(message(null)).isNull();
    }

    private static String message(String text) {
        return new AcsmpEnvelope(40921, text, "r", null).message();
    }
}
