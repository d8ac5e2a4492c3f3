package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each family's answers look like over HTTP. */
class EdgeTest {

    private static EdgeServer edge;

    @BeforeAll
    static void start() throws IOException {
        edge = new EdgeServer();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ACSMP, `{\"Code\":0,\"Message\":\"success\",\"RequestID\":\"r-1\",\"Data\":{\"name\":\"first\",\"size\":1}}`",
                "centers, `{\"name\":\"first\",\"size\":1}`",
                "v1, `{\"status\":200,\"code\":\"0\",\"errorMsg\":\"\",\"data\":{\"name\":\"first\",\"size\":1}}`",
                "api, `{\"code\":200,\"msg\":\"success\",\"data\":{\"name\":\"first\",\"size\":1}}`",
                "platform/v1, `{\"name\":\"first\",\"size\":1}`"
            })
    void successIsWrappedAsTheStandardPrintsIt(String root, String expected) throws Exception {
        HttpResponse<String> answer = edge.get(root + "/sample");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ACSMP, 200, `{\"Code\":0,\"Message\":\"success\",\"RequestID\":\"r-1\"}`",
                "centers, 204, ``",
                "v1, 200, `{\"status\":200,\"code\":\"0\",\"errorMsg\":\"\",\"data\":{}}`",
                "api, 200, `{\"code\":200,\"msg\":\"success\"}`",
                "platform/v1, 204, ``"
            })
    void nothingIsWrappedWhereThereIsAnEnvelope(String root, int status, String expected) throws Exception {
        HttpResponse<String> answer = edge.send("DELETE", root + "/sample", null);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void theStatusOfACreationStandsInTheEnvelopeToo() throws Exception {
        HttpResponse<String> answer = edge.send("POST", "v1/sample", "{\"name\":\"a\",\"size\":2}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).getInt("status")).isEqualTo(201);
        assertThat(json(answer).getJsonObject("data").getInt("size")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, X-Auth-Token, 40303",
        "centers, X-Auth-Token, 1403",
        "v1, X-Auth-Token, 40303",
        "api, token, 10003",
        "platform/v1, X-Auth-Token, scope-missing"
    })
    void aKeyForReadingReadsAndChangesNothing(String root, String header, String code) throws Exception {
        assertThat(edge.send("GET", root + "/sample", null, header, EdgeServer.READING_KEY)
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> answer = edge.send("DELETE", root + "/sample", null, header, EdgeServer.READING_KEY);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).containsPattern("\"[cC]ode\":\"?" + code + "|errorCode\":\"" + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api", "platform/v1"})
    void aFileIsNotWrapped(String root) throws Exception {
        HttpResponse<String> answer = edge.get(root + "/file");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("\u0001\u0002\u0003");
    }

    @Test
    void anAnswerThatIsWrappedAlreadyStaysAsItIs() throws Exception {
        HttpResponse<String> answer = edge.send("POST", "api/token", null, "token", null);

        assertThat(json(answer))
                .isEqualTo(json("{\"code\":200,\"token\":\"abc\",\"expiresIn\":3600,\"msg\":\"success\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, 400, 40001",
        "ACSMP, 401, 40102",
        "ACSMP, 402, 40299",
        "ACSMP, 403, 40301",
        "ACSMP, 409, 40999",
        "ACSMP, 429, 42901",
        "ACSMP, 500, 50000",
        "ACSMP, 503, 50301",
        "api, 400, 10005",
        "api, 401, 10002",
        "api, 402, 99999",
        "api, 403, 10003",
        "api, 404, 99999",
        "api, 429, 99999",
        "api, 500, 99999",
        "api, 503, 99999"
    })
    void aRefusalHasTheNumberThatTheStandardPrintsAsANumber(String root, int kind, int number) throws Exception {
        HttpResponse<String> answer = edge.get(root + "/refused/" + kind);

        assertThat(answer.statusCode()).isEqualTo(kind);
        assertThat(json(answer).getInt(root.equals("api") ? "code" : "Code")).isEqualTo(number);
        assertThat(json(answer).getString(root.equals("api") ? "msg" : "Message"))
                .isNotEmpty()
                .doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource({
        "centers, 400, 400, 0203",
        "centers, 401, 401, 0102",
        "centers, 402, 402, 1402",
        "centers, 403, 403, 1403",
        "centers, 404, 400, 0240",
        "centers, 409, 400, 0208",
        "centers, 429, 429, 1429",
        "centers, 500, 500, 0100",
        "centers, 503, 503, 1503",
        "v1, 400, 400, 40001",
        "v1, 401, 401, 40102",
        "v1, 402, 402, 40200",
        "v1, 403, 403, 40301",
        "v1, 404, 404, 40499",
        "v1, 429, 429, 42901",
        "v1, 500, 500, 50000"
    })
    void aRefusalHasTheNumberThatTheStandardPrintsAsAText(String root, int kind, int status, String number)
            throws Exception {
        HttpResponse<String> answer = edge.get(root + "/refused/" + kind);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).getString(root.equals("v1") ? "code" : "errorCode"))
                .isEqualTo(number);
        assertThat(json(answer).getString("errorMsg")).isNotEmpty().doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ACSMP, `{\"Code\":40001,\"Message\":\"name is missing.\",\"RequestID\":\"r-1\"}`",
                "centers, `{\"errorCode\":\"0203\",\"errorMsg\":\"name is missing.\"}`",
                "v1, `{\"status\":400,\"code\":\"40001\",\"errorMsg\":\"name is missing.\",\"data\":{}}`",
                "api, `{\"code\":10005,\"msg\":\"name is missing.\"}`"
            })
    void aRefusalHasTheMembersThatTheStandardPrints(String root, String expected) throws Exception {
        assertThat(edge.get(root + "/refused/400").body()).isEqualTo(expected);
    }

    @Test
    void thePlatformRefusesByProblems() throws Exception {
        HttpResponse<String> answer = edge.get("platform/v1/refused/402");

        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer)).isEqualTo(json("""
                                {"type": "urn:computility:failure:payment-due", "title": "Payment due", "status": 402,
                                 "detail": "Pay order 7 first.", "code": "payment-due", "requestId": "r-1"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api", "platform/v1"})
    void whoIsThrottledIsToldWhenToTryAgain(String root) throws Exception {
        assertThat(edge.get(root + "/refused/429").headers().firstValue("Retry-After"))
                .hasValue("7");
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, Message, PageNumber counts from 1.",
        "centers, errorMsg, page counts from 1.",
        "v1, errorMsg, page counts from 1.",
        "api, msg, page counts from 1.",
        "platform/v1, detail, page counts from 1."
    })
    void aMemberIsSpeltAsTheTablesSpellIt(String root, String member, String expected) throws Exception {
        assertThat(json(edge.get(root + "/page/0")).getString(member)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, Code, 40000",
        "centers, errorCode, \"0201\"",
        "v1, code, \"40000\"",
        "api, code, 10004",
        "platform/v1, code, \"body-not-json\""
    })
    void aBodyThatDoesNotBindIsTheCallersFault(String root, String member, String code) throws Exception {
        HttpResponse<String> answer = edge.send("POST", root + "/sample", "{\"size\":[]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get(member)).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({"ACSMP, Message", "centers, errorMsg", "v1, errorMsg", "api, msg", "platform/v1, detail"})
    void anAnswerThatDoesNotBindIsOurs(String root, String member) throws Exception {
        HttpResponse<String> answer = edge.get(root + "/unbindable");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).getString(member)).startsWith("The platform failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api", "platform/v1"})
    void aMethodThatAPathDoesNotTakeIsRefusedWithThoseThatItTakes(String root) throws Exception {
        for (String method : List.of("PATCH", "OPTIONS")) {
            HttpResponse<String> answer = edge.send(method, root + "/sample", null, "X-Auth-Token", null);

            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD, POST");
            assertThat(answer.body()).contains("This path does not take this method.");
        }
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
