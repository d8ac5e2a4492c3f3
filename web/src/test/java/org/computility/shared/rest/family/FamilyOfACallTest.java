package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which family answers, which token headers it takes and how it writes times, over HTTP. */
class FamilyOfACallTest {

    private static EdgeServer edge;

    @BeforeAll
    static void start() throws IOException {
        edge = new EdgeServer();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void theResourceDecidesNotThePath() throws Exception {
        assertThat(edge.get("elsewhere/sample").body()).startsWith("{\"status\":200,\"code\":\"0\"");
        assertThat(edge.get("elsewhere/refused/403").body()).startsWith("{\"status\":403,\"code\":\"40301\"");
        assertThat(edge.send("GET", "elsewhere/sample", null, "X-Auth-Token", null)
                        .body())
                .startsWith("{\"status\":401,\"code\":\"40101\"");
    }

    @Test
    void theMethodGoesBeforeItsClass() throws Exception {
        assertThat(edge.get("platform/v1/monitored").body())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":{\"name\":\"monitored\",\"size\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, {\"Code\":40400",
        "centers, {\"errorCode\":\"1404\"",
        "trainjob, {\"errorCode\":\"1404\"",
        "v1, {\"status\":404,\"code\":\"40400\"",
        "settlement, {\"status\":404,\"code\":\"40400\"",
        "api, {\"code\":99999",
        "platform/v1, {\"code\":\"path-unknown\"",
        "nobody, {\"code\":\"path-unknown\""
    })
    void whatNoResourceTookIsToldByThePath(String root, String begin) throws Exception {
        HttpResponse<String> answer = edge.get(root + "/no/such/thing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith(begin);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, {\"Code\":40500",
        "centers, {\"errorCode\":\"1405\"",
        "v1, {\"status\":405,\"code\":\"40500\"",
        "api, {\"code\":99999",
        "platform/v1, {\"code\":\"method-not-allowed\""
    })
    void anotherMethodIsRefusedInTheFamilyOfThePath(String root, String begin) throws Exception {
        HttpResponse<String> answer = edge.send("PUT", root + "/sample", "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).startsWith(begin);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, X-Auth-Token",
        "centers, X-Auth-Token",
        "v1, X-Auth-Token",
        "api, token",
        "api, X-Auth-Token",
        "platform/v1, X-Auth-Token"
    })
    void theTokenComesInTheHeadersOfTheFamily(String root, String header) throws Exception {
        assertThat(edge.send("GET", root + "/sample", null, header, EdgeServer.TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api", "platform/v1"})
    void aBearerIsTakenInEveryFamily(String root) throws Exception {
        assertThat(edge.send("GET", root + "/sample", null, "Authorization", "Bearer " + EdgeServer.TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, token, {\"Code\":40101",
        "centers, token, {\"errorCode\":\"0101\"",
        "v1, token, {\"status\":401,\"code\":\"40101\"",
        "api, sign, {\"code\":10002",
        "platform/v1, token, {\"code\":\"token-missing\""
    })
    void aTokenInAnotherHeaderIsNone(String root, String header, String begin) throws Exception {
        HttpResponse<String> answer = edge.send("GET", root + "/sample", null, header, EdgeServer.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).startsWith(begin);
    }

    @Test
    void whoSendsNoTokenIsToldTheHeaders() throws Exception {
        assertThat(edge.send("GET", "api/sample", null, "token", null).body())
                .contains("Send the token in token or X-Auth-Token or as a bearer.");
        assertThat(edge.send("GET", "ACSMP/sample", null, "token", null).body())
                .contains("Send the token in X-Auth-Token or as a bearer.");
    }

    @ParameterizedTest
    @CsvSource({
        "ACSMP, {\"Code\":40104",
        "centers, {\"errorCode\":\"0101\"",
        "v1, {\"status\":401,\"code\":\"40104\"",
        "api, {\"code\":10002",
        "platform/v1, {\"code\":\"token-unknown\""
    })
    void aTokenThatNobodyIssuedIsRefused(String root, String begin) throws Exception {
        assertThat(edge.send("GET", root + "/sample", null, "X-Auth-Token", "bad")
                        .body())
                .startsWith(begin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api", "platform/v1"})
    void whatIsOpenNeedsNoToken(String root) throws Exception {
        assertThat(edge.send("GET", root + "/open", null, "token", null).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACSMP", "centers", "v1", "api"})
    void theStandardsWriteLocalTimes(String root) throws Exception {
        assertThat(edge.get(root + "/time?since=2026-11-28%2008:00:01").body())
                .contains("\"name\":\"2026-11-28 08:00:01\"");
        assertThat(edge.get(root + "/time?since=2026-11-28%2008:00:01.500").body())
                .contains("\"name\":\"2026-11-28 08:00:01\"");
        assertThat(edge.get(root + "/time?since=2026-11-28T00:00:01Z").statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePlatformWritesInstants() throws Exception {
        assertThat(edge.get("platform/v1/time?since=2026-11-28T08:00:01%2B08:00")
                        .body())
                .contains("\"name\":\"2026-11-28T00:00:01Z\"");
        assertThat(edge.get("platform/v1/time?since=2026-11-28%2008:00:01").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anImageOfThePartOnApplicationsHasNineteenCharactersOfTime() throws Exception {
        assertThat(edge.get("centers/image").body())
                .isEqualTo("{\"createTime\":\"2026-11-28 08:00:01\",\"imageId\":\"7\"}");
    }

    @Test
    void monitoringWritesDaysAndMonths() throws Exception {
        String dates = "{\"productionDate\":\"2024/10/29\",\"reportMonth\":\"2024-10\"}";

        assertThat(edge.send("POST", "api/dates", dates).body())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":" + dates + "}");
    }

    @ParameterizedTest
    @CsvSource({"productionDate, 2024-10-29", "productionDate, 2024/02/30", "reportMonth, 2024/10"})
    void anotherFormOfADateIsRefusedByName(String member, String text) throws Exception {
        HttpResponse<String> answer = edge.send("POST", "api/dates", "{\"" + member + "\":\"" + text + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"code\":99999,\"msg\":\"" + member + " is a ");
    }
}
