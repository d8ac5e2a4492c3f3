package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who send half a body hold nobody else up; there are more of them than the servers have threads. */
@OnTheServer
class SlowBodiesIT {

    private static final int MANY = 220;
    private static final String JSON = "Content-Type: application/json";

    /** Half of the time for which half a body stopped a server that waits for it, and plenty for a busy machine. */
    private static final Duration PROMPT = Duration.ofSeconds(15);

    /** More than the uploads that may be on their way at once. */
    private static final int UPLOADS = 60;

    private final Platform platform;
    private final List<Wire> slow = new ArrayList<>();

    SlowBodiesIT(Platform platform) {
        this.platform = platform;
    }

    @AfterEach
    void hangUp() {
        slow.forEach(Wire::close);
    }

    @Test
    void halfABodyHoldsNobodyUp() {
        String token = "X-Auth-Token: " + platform.adminToken();
        begin("POST /platform/v1/tokens", List.of(JSON));

        promptly(() -> platform.anonymous().get("platform/v1/health/live").expect(200));
        promptly(() -> platform.asAdmin().get("platform/v1/accounts/me").expect(200));
        promptly(() -> assertThat(late("POST /platform/v1/organisations?x=1", List.of(JSON, token), "{\"na", "me\":7}"))
                .startsWith("HTTP/1.1 400")
                .contains("member-type"));

        assertThat(slow.get(0).answer())
                .startsWith("HTTP/1.1 408")
                .contains("\"code\":\"body-late\"")
                .doesNotContain("Exception");
        assertThat(slow.get(MANY - 1).answer()).startsWith("HTTP/1.1 408");
    }

    @Test
    void halfABodyOfAKnownCallerHoldsNobodyUp() {
        // Before: the administrator's own threads are held then.
        Platform.Account other = platform.account(platform.freshOrganisation(), "OPERATOR");
        List<String> others = List.of(JSON, "X-Auth-Token: " + platform.login(other.username(), other.password()));
        List<String> known = List.of(JSON, "X-Auth-Token: " + platform.adminToken());
        begin("POST /platform/v1/organisations", known);

        promptly(() -> platform.anonymous().get("platform/v1/health/live").expect(200));
        promptly(() -> platform.asAdmin().get("platform/v1/accounts/me").expect(200));
        promptly(
                () -> platform.asAdmin().post("platform/v1/organisations", "{}").expect(400));
        promptly(() -> assertThat(late("POST /ACSMP/AlgoFilePackages/Search", others, "{", "}"))
                .as("a body in two parts of somebody else")
                .startsWith("HTTP/1.1 200"));
        assertThat(slow.get(MANY - 1).answer())
                .startsWith("HTTP/1.1 503")
                .contains("\"code\":\"server-busy\"", "Retry-After");
    }

    @InTurn
    @Test
    void halfAFormHoldsNobodyUpAndAWholeOneIsRead() {
        List<String> form = List.of("Content-Type: application/x-www-form-urlencoded");
        begin("POST /console/login.xhtml", form);

        promptly(() -> platform.anonymous().get("console/login.xhtml").expect(200));
        promptly(() -> assertThat(
                        late("POST /console/login.xhtml", form, "login=login&jakarta.faces.View", "State=stateless"))
                .startsWith("HTTP/1.1 400")
                .contains("<html"));

        assertThat(slow.get(0).answer()).startsWith("HTTP/1.1 408").contains("<html");
    }

    @Test
    void halfAnUploadHoldsOnlySoManyThreads() {
        Platform.Account provider = platform.account(platform.freshOrganisation(), "PROVIDER");
        String token = "X-Auth-Token: " + platform.login(provider.username(), provider.password());
        List<String> parts = List.of("Content-Type: multipart/form-data; boundary=b", token);
        String half = "--b\r\nContent-Disposition: form-data; name=\"MD5\"\r\n\r\n0123";
        begin("POST /ACSMP/AlgoFilePackages", parts, UPLOADS, half);

        promptly(() -> platform.anonymous().get("platform/v1/health/live").expect(200));
        promptly(() -> platform.asAdmin().get("platform/v1/accounts/me").expect(200));
        await().untilAsserted(
                        () -> assertThat(Wire.ask(platform.baseUri(), "POST /ACSMP/AlgoFilePackages", parts, half))
                                .startsWith("HTTP/1.1 503")
                                .contains("\"Code\":50302", "Retry-After"));
    }

    @InTurn
    @Test
    void halfABodyForAnOperationThatNeedsATokenIsUnauthenticated() {
        try (Wire wire = new Wire(platform.baseUri())) {
            wire.send(Wire.head("POST /ACSMP/Tasks", List.of(JSON), 1000) + "{");

            assertThat(wire.answer()).startsWith("HTTP/1.1 401").contains("\"Code\":40101");
        }
    }

    @InTurn
    @Test
    void aStrangersBodyIsSmall() {
        String body = " ".repeat(70_000);

        assertThat(Wire.ask(platform.baseUri(), "POST /platform/v1/tokens", List.of(JSON), body))
                .startsWith("HTTP/1.1 413");
        platform.asAdmin().post("platform/v1/organisations", body + "{}").expect(400);
    }

    /** A body in two parts. */
    private String late(String line, List<String> headers, String first, String second) {
        try (Wire wire = new Wire(platform.baseUri())) {
            wire.send(Wire.head(line, headers, first.length() + second.length()) + first);
            platform.anonymous().get("platform/v1/health/live").expect(200);
            wire.send(second);
            return wire.answer();
        }
    }

    private void begin(String line, List<String> headers) {
        begin(line, headers, MANY, "a=b&c=d&e=f");
    }

    private void begin(String line, List<String> headers, int count, String half) {
        for (int i = 0; i < count; i++) {
            Wire wire = new Wire(platform.baseUri());
            slow.add(wire);
            wire.send(Wire.head(line, headers, 1000) + half);
        }
    }

    private static void promptly(Runnable deed) {
        long begun = System.nanoTime();
        deed.run();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMPT);
    }
}
