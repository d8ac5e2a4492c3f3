package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each family's answers, as the standards print them. */
public class TransportTest {

    private final Client http = ClientBuilder.newClient();
    private FakePlatform platform;
    private Transport transport;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        transport = new Transport(http, JsonbBuilder.create(), platform.uri(), "abc");
    }

    @AfterEach
    void stop() {
        http.close();
        platform.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ACSMP, `{\"Code\":0,\"Message\":\"success\",\"RequestID\":\"r\",\"Data\":{\"name\":\"a\"}}`",
                "NETWORK, `{\"name\":\"a\"}`",
                "TRADING, `{\"status\":200,\"code\":\"0\",\"errorMsg\":\"\",\"data\":{\"name\":\"a\"}}`",
                "MONITORING, `{\"code\":200,\"msg\":\"success\",\"data\":{\"name\":\"a\"}}`",
                "PLATFORM, `{\"name\":\"a\"}`"
            })
    void unwrapsASuccess(Family family, String body) {
        platform.answers(200, body);

        assertThat(call(family).getString("name")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ACSMP, 40001, `{\"Code\":40001,\"Message\":\"name is missing.\",\"RequestID\":\"r\"}`",
                "NETWORK, 0203, `{\"errorCode\":\"0203\",\"errorMsg\":\"name is missing.\"}`",
                "TRADING, 40001, `{\"status\":400,\"code\":\"40001\",\"errorMsg\":\"name is missing.\",\"data\":{}}`",
                "MONITORING, 10005, `{\"code\":10005,\"msg\":\"name is missing.\"}`",
                "PLATFORM, member-missing, `{\"status\":400,\"code\":\"member-missing\",\"detail\":\"name is missing.\"}`"
            })
    void tellsWhyItWasRefused(Family family, String code, String body) {
        platform.answers(400, body);

        ComputilityException failure = failure(family);

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessage("name is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "TRADING, `{\"status\":200,\"code\":\"40001\",\"errorMsg\":\"no\"}`",
                "MONITORING, `{\"code\":10003,\"msg\":\"no\"}`"
            })
    void takesAFailureCodeSeriouslyWhateverTheStatus(Family family, String body) {
        platform.answers(200, body);

        assertThat(failure(family)).hasMessage("no");
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheTokenInTheHeaderOfTheFamily(Family family) {
        platform.answers(400, "{}");

        failure(family);

        assertThat(platform.lastHeader(family == Family.MONITORING ? "token" : "X-Auth-Token"))
                .isEqualTo("abc");
    }

    @Test
    void whatTheAnswerDoesNotSayStandsInItsHeader() {
        platform.answers(400, "{\"errorCode\":\"0203\",\"errorMsg\":\"no\"}");

        assertThat(failure(Family.NETWORK).requestId()).isEqualTo("from-the-header");
    }

    private JsonObject call(Family family) {
        return transport.call(family, "GET", "/x", null, JsonObject.class);
    }

    private ComputilityException failure(Family family) {
        return catchThrowableOfType(ComputilityException.class, () -> call(family));
    }
}
