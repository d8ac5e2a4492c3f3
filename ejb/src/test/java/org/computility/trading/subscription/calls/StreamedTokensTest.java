package org.computility.trading.subscription.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedTokensTest {

    private static final String EVENTS = """
            : keep-alive

            data: {"choices":[{"delta":{"content":"它"}}],"usage":null}

            data: {"choices":[{"delta":{"content":"会"}}],"usage":{"total_tokens":3}}

            data: {"choices":[],"usage":{"total_tokens":12}}

            data: [DONE]

            """;

    private final StreamedTokens tokens = new StreamedTokens();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10_000})
    void theLastCountIsTheCountHoweverTheBytesCome(int atOnce) {
        hear(EVENTS, atOnce);

        assertThat(tokens.told()).isEqualTo(OptionalLong.of(12));
    }

    @Test
    void aLastLineMayLackItsEnd() {
        hear("data:{\"usage\":{\"total_tokens\":5}}", 100);

        assertThat(tokens.told()).isEqualTo(OptionalLong.of(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: total_tokens of the day\n",
                "event: {\"usage\":{\"total_tokens\":5}}\n",
                "data: {\"usage\":{\"total_tokens\":-5}}\n",
                "data: {\"usage\":{\"total_tokens\":5}\n"
            })
    void whatIsNoCountIsNone(String line) {
        hear(line, 100);

        assertThat(tokens.told()).isEmpty();
    }

    @Test
    void aLineWithoutEndTakesNoMemoryAndHidesNothing() {
        hear("data: {\"usage\":{\"total_tokens\":5},\"x\":\"" + "x".repeat(200_000), 8192);
        assertThat(tokens.told()).isEmpty();

        hear("\ndata: {\"usage\":{\"total_tokens\":6}}\n", 8192);
        assertThat(tokens.told()).isEqualTo(OptionalLong.of(6));
    }

    private void hear(String text, int atOnce) {
        byte[] all = text.getBytes(UTF_8);
        for (int from = 0; from < all.length; from += atOnce) {
            int count = Math.min(atOnce, all.length - from);
            byte[] part = new byte[count];
            System.arraycopy(all, from, part, 0, count);
            tokens.hear(part, count);
        }
    }
}
