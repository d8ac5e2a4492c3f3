package org.computility.licensing.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.shared.Unavailable;
import org.computility.shared.outbound.GuardForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationCallsTest {

    private static final String CODE = "P-HUMAN 人-1.0.0";

    private final AuthorizationCalls calls = new AuthorizationCalls();
    private final List<URI> asked = new ArrayList<>();
    private HttpServer server;
    private String answer = "{\"AlgoDefCode\":\"" + CODE + "\",\"QuotaUsed\":3,\"QuotaTotal\":30}";
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        calls.calls = GuardForTests.calls();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void tellsWhatTheServerSays() {
        assertThat(calls.ask(here(), CODE)).isEqualTo(new ToldQuota(CODE, 3, 30));
        assertThat(asked)
                .singleElement()
                .satisfies(uri -> assertThat(uri.getPath()).isEqualTo("/AuthServer/Quota/" + CODE));
    }

    @Test
    void asksTheNextWhereOneDoesNotAnswer() throws IOException {
        assertThat(calls.ask(nobody() + ", " + here(), CODE).total()).isEqualTo(30);
    }

    @Test
    void whereNobodyAnswersItIsSilent() throws IOException {
        String nobody = nobody();
        refused(() -> calls.ask(nobody, CODE), 504, "authorization-server-silent", nobody);
    }

    @Test
    void anAnswerThatTellsNoQuotaIsBroken() {
        for (String broken : List.of(
                "",
                "[]",
                "{}",
                "{\"AlgoDefCode\":\"OTHER\",\"QuotaUsed\":3,\"QuotaTotal\":30}",
                "{\"AlgoDefCode\":\"" + CODE + "\",\"QuotaUsed\":-1,\"QuotaTotal\":30}",
                "{\"AlgoDefCode\":\"" + CODE + "\",\"QuotaUsed\":1,\"QuotaTotal\":2.5}",
                "{\"AlgoDefCode\":7,\"QuotaUsed\":1,\"QuotaTotal\":99999999999}")) {
            answer = broken;
            refused(() -> calls.ask(here(), CODE), 502, "authorization-server-broken", "200");
        }
    }

    @Test
    void aRefusalIsBrokenToo() {
        status = 404;
        refused(() -> calls.ask(here(), CODE), 502, "authorization-server-broken", "answers 404");
    }

    @Test
    void anInternalAddressIsNotAsked() {
        refused(() -> calls.ask("192.168.7.7:80", CODE), 502, "authorization-server-broken", "may not be called");
        assertThat(asked).isEmpty();
    }

    private static void refused(ThrowingCallable call, int status, String code, String word) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Unavailable.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessageContaining(word);
        });
    }

    private String here() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static String nobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }
}
