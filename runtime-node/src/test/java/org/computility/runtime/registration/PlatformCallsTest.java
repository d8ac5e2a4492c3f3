package org.computility.runtime.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.HalfAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aCallIsAPostOfJsonWithTheTokenIfThereIsOne() throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.json(200, "{\"Code\":0}"))) {
            PlatformCalls calls = new PlatformCalls(platform.url("/some/path?x=1"));
            JsonObject body = Json.createObjectBuilder().add("Name", "供应商").build();

            calls.call("Keepalive", body, "t");
            calls.call("Register", body, null);

            FakeServer.Request first = platform.requests().get(0);
            assertThat(first.method() + " " + first.uri()).isEqualTo("POST /ACSMP/Keepalive");
            assertThat(first.header("Content-Type")).isEqualTo("application/json");
            assertThat(first.header("X-Auth-Token")).isEqualTo("t");
            assertThat(first.text()).isEqualTo("{\"Name\":\"供应商\"}");
            assertThat(platform.requests().get(1).header("X-Auth-Token")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            200 | {"Code":0}                                   | true  | old | HTTP 200, no message
            200 | {"Code":0,"Data":{"Token":"new"}}            | true  | new | HTTP 200, no message
            201 | {"Code":0,"Message":"success","Data":null}   | true  | old | HTTP 201, success
            200 | {"Code":50000,"Message":"busy"}              | false | old | HTTP 200, busy
            200 | {"code":0}                                   | false | old | HTTP 200, no message
            404 | {"Code":0}                                   | false | old | HTTP 404, no message
            401 | {"Code":40101,"Message":"unknown"}           | false | old | HTTP 401, unknown
            502 | <html>                                       | false | old | HTTP 502, no message
            200 | {"Code":0,"Message":7,"Data":{"Token":null}} | true  | old | HTTP 200, no message
            """)
    void anAnswerIsASuccessByItsStatusAndItsCode(int status, String body, boolean success, String token, String message)
            throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.json(status, body))) {
            PlatformCalls.Answer answer =
                    new PlatformCalls(platform.url("/")).call("Keepalive", JsonObject.EMPTY_JSON_OBJECT, "old");

            assertThat(answer.isSuccess()).isEqualTo(success);
            assertThat(answer.token("old")).isEqualTo(token);
            assertThat(answer.message()).isEqualTo(message);
        }
    }
}
