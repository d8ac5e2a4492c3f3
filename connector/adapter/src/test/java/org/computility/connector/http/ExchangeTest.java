package org.computility.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final RuntimeHttp http = new RuntimeHttp(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void answersWhateverTheRuntimeSays() throws IOException, RuntimeFailure {
        try (SocketServer runtime = SocketServer.writing("HTTP/1.1 418 Teapot\r\nContent-Length: 3\r\n\r\npot")) {
            Answer answer = new Exchange(http, runtime.target(), PATIENCE).get("/x");

            assertThat(answer.status()).isEqualTo(418);
            assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).isEqualTo("pot");
            assertThat(answer.about()).isEqualTo("GET /base/x at the runtime");
            assertThat(runtime.requests()).contains("GET /base/x HTTP/1.1", "Authorization: secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Nothing at all, half a head, less than was promised, half a chunk.
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Code\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{\"Code\":"
            })
    void aRuntimeThatHangsUpHalfWayIsNotReached(String half) throws IOException {
        try (SocketServer runtime = SocketServer.writing(half)) {
            RuntimeFailure failure = failureOf(new Exchange(http, runtime.target(), PATIENCE));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure).hasMessageStartingWith("DELETE /base/x at the runtime: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Code\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"Code\":\r\n"
            })
    void aRuntimeThatStopsHalfWayRunsOutOfTime(String half) throws IOException {
        try (SocketServer runtime = SocketServer.holding(half)) {
            RuntimeFailure failure = failureOf(new Exchange(http, runtime.target(), SHORT));

            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(failure).hasMessageContaining("no answer within PT0.3S");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 two hundred\r\n\r\n"})
    void whoeverDoesNotSpeakHttpIsNotReached(String words) throws IOException {
        try (SocketServer other = SocketServer.writing(words)) {
            assertThat(failureOf(new Exchange(http, other.target(), PATIENCE)).reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void aPortThatNobodyListensAtIsNotReached() throws IOException {
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI url = URI.create("http://127.0.0.1:" + taken.getLocalPort());

            assertThat(failureOf(new Exchange(http, new Target(url, Map.of(), "nobody"), PATIENCE))
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void aConnectionThatTheRuntimeHasClosedSinceIsReplaced() throws IOException, RuntimeFailure {
        // It promises to keep the connection and does not.
        try (SocketServer runtime =
                SocketServer.writing("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok")) {
            Exchange exchange = new Exchange(http, runtime.target(), PATIENCE);
            for (int call = 0; call < 20; call++) {
                assertThat(exchange.get("/x").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException, RuntimeFailure {
        try (SocketServer runtime = SocketServer.writing(
                "HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(new Exchange(http, runtime.target(), PATIENCE).get("/x").status())
                    .isEqualTo(302);
        }
    }

    @Test
    void whoeverIsInterruptedStopsWaitingAndStaysInterrupted() throws IOException {
        try (SocketServer silent = SocketServer.holding("")) {
            Thread.currentThread().interrupt();

            RuntimeFailure failure = failureOf(new Exchange(http, silent.target(), PATIENCE));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(failure).hasMessageContaining("interrupted");
        }
    }

    @Test
    void noComplaintShowsTheCredential() throws IOException {
        try (SocketServer runtime = SocketServer.writing("")) {
            assertThat(failureOf(new Exchange(http, runtime.target(), PATIENCE)).toString())
                    .doesNotContain("secret");
            assertThat(runtime.target().toString()).isEqualTo("the runtime");
        }
    }

    private static RuntimeFailure failureOf(Exchange exchange) {
        return catchThrowableOfType(RuntimeFailure.class, () -> exchange.delete("/x"));
    }
}
