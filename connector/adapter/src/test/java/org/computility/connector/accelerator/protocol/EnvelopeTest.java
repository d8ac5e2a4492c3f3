package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    @Test
    void theDataOfASuccessIsWhateverItIs() throws RuntimeFailure {
        assertThat(data(200, "{\"Code\":0,\"Message\":\"success\",\"Data\":\"错\"}"))
                .hasToString("\"错\"");
        assertThat(data(204, "{\"Code\":0}")).isEqualTo(JsonValue.NULL);
        assertThat(data(201, "{\"Code\":0,\"Data\":null}")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The status and the code both have to be good.
                "409 | {\"Code\":40900,\"Message\":\"it is loaded\"} | REFUSED      | it is loaded",
                "200 | {\"Code\":40900,\"Message\":\"it is loaded\"} | REFUSED      | it is loaded",
                "500 | {\"Code\":0}                                  | REFUSED      | HTTP 500, Code 0",
                "404 | {\"Code\":40400}                              | REFUSED      | HTTP 404, Code 40400",
                "302 | {\"Code\":0}                                  | REFUSED      | HTTP 302",
                "401 | whatever                                      | NOT_ACCEPTED | credential",
                "403 | {\"Code\":0}                                  | NOT_ACCEPTED | credential",
                "200 | <html>It works</html>                         | GARBLED      | HTTP 200",
                "502 | Bad Gateway                                   | GARBLED      | HTTP 502",
                "200 | [{\"Code\":0}]                                | GARBLED      | HTTP 200",
                "200 | {\"code\":0}                                  | GARBLED      | without Code",
                "200 | {\"Code\":null}                               | GARBLED      | without Code",
                "200 | {\"Code\":\"0\"}                                | GARBLED      | without Code",
                "200 | {\"Code\":0.5}                                | GARBLED      | without Code",
                "200 | {\"Code\":4294967296}                         | REFUSED      | HTTP 200, Code 4294967296"
            })
    void everythingElseHasOneReason(int status, String body, Reason reason, String words) {
        RuntimeFailure failure = catchThrowableOfType(RuntimeFailure.class, () -> data(status, body));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure).hasMessageContaining(words);
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        String words = "\ud83d\ude00".repeat(Words.LONGEST_MESSAGE);

        assertThat(catchThrowableOfType(
                        RuntimeFailure.class, () -> data(503, "{\"Code\":50300,\"Message\":\"" + words + "x\"}")))
                .hasMessage(words);
    }

    private static JsonValue data(int status, String body) throws RuntimeFailure {
        return Envelope.data(status, body.getBytes(StandardCharsets.UTF_8));
    }
}
