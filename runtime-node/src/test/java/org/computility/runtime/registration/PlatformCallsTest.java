package org.computility.runtime.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.computility.runtime.http.HalfAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlatformCallsTest {

    @Test
    void aKeepaliveWhoseAnswerStopsHalfWayFailsAndTheNextOneIsAnswered() throws Exception {
        byte[] success = "{\"Code\":0,\"Message\":\"success\"}".getBytes(StandardCharsets.UTF_8);
        try (HalfAnswers platform = new HalfAnswers(success, 1)) {
            PlatformCalls calls = new PlatformCalls(platform.url(), Duration.ofSeconds(1));

            assertThatThrownBy(() -> calls.call("Keepalive", JsonObject.EMPTY_JSON_OBJECT, "token"))
                    .isInstanceOf(IOException.class);
            assertThat(calls.call("Keepalive", JsonObject.EMPTY_JSON_OBJECT, "token")
                            .isSuccess())
                    .isTrue();
        }
    }
}
