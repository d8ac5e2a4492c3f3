package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server would refuse or serve by itself is refused in our words, and shows nothing of the inside. */
@OnTheServer
class ServerRefusalsIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (COMPUTILITY_CONSOLE=[^;\r]*)");

    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"");

    private final Platform platform;

    ServerRefusalsIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/jakarta.faces.resource/../operations/runs.xhtml",
                "/console/jakarta.faces.resource/%2e%2e/operations/runs.xhtml",
                "/console/jakarta.faces.resource/..%2foperations/runs.xhtml",
                "/console/jakarta.faces.resource/..;/operations/runs.xhtml",
                "/console/login.xhtml/../operations/runs.xhtml",
                "/console/login.xhtml;/../operations/runs.xhtml",
                "/console//operations/runs.xhtml",
                "/console/operations/./runs.xhtml"
            })
    void aPageIsGuardedHoweverItsPathIsTyped(String path) {
        String answer = ask("GET " + path);

        // Refused by the door: to the login, or nowhere. The page itself would say 401.
        assertThat(answer).containsPattern("^HTTP/1.1 (302|404|400)").contains("X-Content-Type-Options: nosniff");
        saysNothingOfTheInside(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "BREW /console/login.xhtml, '', 400",
        "BREW /console/nothing.css, '', 302",
        "GET /console/jakarta.faces.resource/..;a/x, '', 404",
        "GET /error, '', 404",
        "POST /platform/v1/organisations, Content-Type: a/b/c, 415",
        "POST /ACSMP/AlgoDef/Search, Content-Type: a/b/c, 415",
        "GET /platform/v1/organisations, Accept: a/b/c, 406",
        "GET /ACSMP/AlgoDef/none, Accept: a/b/c, 406",
        "POST /ACSMP/AlgoFilePackages, Content-Type: multipart/form-data; boundary=, 415",
        "POST /ACSMP/AlgoFilePackages, Content-Type: multipart/form-data, 415"
    })
    void everyErrorIsInOurWords(String line, String header, int status) {
        List<String> headers = header.isEmpty() ? List.of() : List.of(header, token());

        String answer = Wire.ask(platform.baseUri(), line, headers, line.startsWith("POST") ? "{}" : "");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
        saysNothingOfTheInside(answer);
        if (!line.contains("/console")) {
            assertThat(answer).containsAnyOf("\"Code\":", "\"code\":").doesNotContain("<html");
        }
    }

    @Test
    void thePageOfAnErrorFindsItsStyle() {
        Matcher style = STYLE.matcher(ask("BREW /console/login.xhtml"));

        assertThat(style.find()).isTrue();
        assertThat(ask("GET " + style.group(1))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"stateless, 400", "none, 302", "1:1, 302"})
    void aViewStateThatIsNoneIsABadRequest(String state, int status) {
        String answer = Wire.ask(
                platform.baseUri(),
                "POST /console/login.xhtml",
                List.of(FORM),
                "login=login&jakarta.faces.ViewState=" + state);

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("X-Content-Type-Options: nosniff");
        saysNothingOfTheInside(answer);
    }

    @Test
    void aFormWithoutTheNonceOfItsPageIsABadRequest() {
        String page = ask("GET /console/login.xhtml");
        String cookie = "Cookie: " + found(COOKIE, page);
        String state = URLEncoder.encode(found(STATE, page), StandardCharsets.UTF_8);

        for (String nonce : List.of("", "&primefaces.nonce=nonsense")) {
            String answer = Wire.ask(
                    platform.baseUri(),
                    "POST /console/login.xhtml",
                    List.of(FORM, cookie),
                    "login=login&login:username=a&login:password=b&jakarta.faces.ViewState=" + state + nonce);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff");
            saysNothingOfTheInside(answer);
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    @Test
    void theSessionsCookieStaysOnItsSite() {
        assertThat(ask("GET /console/login.xhtml"))
                .startsWith("HTTP/1.1 200")
                .containsPattern("(?i)set-cookie: COMPUTILITY_CONSOLE=[^\r]*SameSite=lax")
                .contains("X-Frame-Options: DENY");
    }

    @Test
    void twoKeysForOneCallAreRefused() {
        List<String> headers =
                List.of(token(), "Content-Type: application/json", "Idempotency-Key: a", "Idempotency-Key: b");

        assertThat(Wire.ask(platform.baseUri(), "POST /platform/v1/organisations", headers, "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("idempotency-key-invalid");
    }

    @Test
    void figuresOfTheServerNeedAToken() {
        assertThat(platform.anonymous().get("metrics").expect(401).failure()).isEqualTo("token-missing");
        assertThat(platform.as("nonsense").get("metrics/vendor").expect(401).failure())
                .isEqualTo("token-unknown");
        // WildFly has none.
        platform.asAdmin().get("metrics").expect(200, 404);
    }

    private String ask(String line) {
        return Wire.ask(platform.baseUri(), line, List.of(), "");
    }

    private String token() {
        return "X-Auth-Token: " + platform.adminToken();
    }

    private static void saysNothingOfTheInside(String answer) {
        assertThat(answer).doesNotContain("Exception", "Error report", "Undertow", "JBWEB", "org.computility", "java.");
    }
}
