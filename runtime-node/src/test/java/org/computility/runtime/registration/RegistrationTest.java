package org.computility.runtime.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.FakeServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node's standing with a platform that forgets, refuses, goes away and talks nonsense. */
@Timeout(90)
class RegistrationTest {

    private static final String SUCCESS = "{\"Code\":0,\"Message\":\"success\"}";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private final AtomicInteger issued = new AtomicInteger();
    private FakeServer platform;
    private Registration registration;

    @BeforeEach
    void listen() throws IOException {
        platform = new FakeServer(this::welcome);
        registration = registration(platform.url("").toString(), Duration.ofMillis(50));
    }

    @AfterEach
    void hangUp() {
        registration.close();
        platform.close();
    }

    @Test
    void registersOnceAndKeepsAliveWithTheTokenThatItGot() {
        registration.start();
        await().atMost(SOON).until(() -> keepalives().size() >= 2);

        assertThat(registrations()).hasSize(1);
        Request first = registrations().get(0);
        assertThat(first.text())
                .isEqualTo("{\"Code\":\"11010800005050000001\",\"Type\":\"EDGE_COMPUTE_DEVICE\",\"IP\":\"127.0.0.1\","
                        + "\"Port\":8123,\"Username\":\"node\",\"Password\":\"secret\",\"SupportAlgoService\":true}");
        assertThat(first.header("X-Auth-Token")).isNull();
        assertThat(keepalives())
                .allSatisfy(each -> assertThat(each.header("X-Auth-Token")).isEqualTo("token-1"));
        assertThat(keepalives().get(0).text()).isEqualTo("{\"Code\":\"11010800005050000001\"}");
    }

    @Test
    void aTokenThatAKeepaliveRenewsIsTheOneFromThenOn() {
        platform.answer(request -> isRegister(request) ? welcome(request) : token("renewed"));
        registration.start();

        await().atMost(SOON).until(() -> "renewed".equals(registration.token()));
        await().atMost(SOON).until(() -> keepalives().size() >= 2);
        assertThat(keepalives().get(1).header("X-Auth-Token")).isEqualTo("renewed");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void aPlatformThatForgotTheNodeGetsItsRegistrationAgain(int status) {
        registration.start();
        await().atMost(SOON).until(() -> keepalives().size() >= 1);
        platform.answer(request -> isRegister(request)
                ? welcome(request)
                : Reply.json(status, "{\"Code\":40401,\"Message\":\"unknown\"}"));

        // It may have forgotten the node more than once before this looks.
        await().atMost(SOON).until(() -> registrations().size() >= 2);
        platform.answer(this::welcome);
        await().atMost(SOON).until(() -> ("token-" + registrations().size()).equals(registration.token()));
    }

    @Test
    void aPlatformThatFailsForAWhileIsNoReasonToRegisterAgain() {
        registration.start();
        await().atMost(SOON).until(() -> keepalives().size() >= 1);
        int before = platform.requests().size();
        platform.answer(request -> Reply.json(503, "{\"Code\":50300,\"Message\":\"busy\"}"));
        await().atMost(SOON).until(() -> platform.requests().size() >= before + 2);
        platform.answer(this::welcome);
        int failed = keepalives().size();

        await().atMost(SOON).until(() -> keepalives().size() > failed);
        assertThat(registrations()).hasSize(1);
        assertThat(registration.token()).isEqualTo("token-1");
    }

    @Test
    void aPlatformThatGoesAwayAndComesBackIsFoundAgain() throws Exception {
        registration.start();
        await().atMost(SOON).until(() -> registration.token() != null);
        int port = platform.port();
        platform.close();
        platform = new FakeServer(this::welcome, port);

        await().atMost(SOON).until(() -> keepalives().size() >= 1);
        assertThat(registration.token()).isEqualTo("token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Code\":40000,\"Message\":\"no\"}",
                "{\"Code\":0}",
                "{\"Code\":0,\"Data\":[]}",
                "{\"Code\":0,\"Data\":{\"Token\":7}}",
                "{\"Code\":\"0\",\"Data\":{\"Token\":\"t\"}}",
                "<html>starting</html>",
                "",
                "[]",
                "{\"Code\":0,\"Data\":"
            })
    void anAnswerWithoutATokenIsNoRegistrationAndIsAskedForAgain(String answer) {
        platform.answer(request -> Reply.json(200, answer));
        registration.start();
        await().atMost(SOON).until(() -> registrations().size() >= 2);
        assertThat(registration.token()).isNull();

        platform.answer(this::welcome);
        await().atMost(SOON).until(() -> registration.token() != null);
    }

    @Test
    void anAnswerThatNoParserTakesDoesNotEndTheRegistering() {
        platform.answer(request -> Reply.json(200, "{\"a\":" + "[".repeat(100_000)));
        registration.start();
        await().atMost(SOON).until(() -> registrations().size() >= 1);
        platform.answer(this::welcome);

        await().atMost(SOON).until(() -> registration.token() != null);
    }

    @Test
    void aTokenThatResultsWereRefusedWithIsReplacedAtOnce() {
        registration = registration(platform.url("").toString(), Duration.ofHours(1));
        registration.start();
        await().atMost(SOON).until(() -> registration.token() != null);

        registration.tokenRefused("token-1");

        // The next keepalive would be an hour away.
        await().atMost(SOON).until(() -> "token-2".equals(registration.token()));
        assertThat(keepalives()).isEmpty();
    }

    @Test
    void anOlderTokenThatIsRefusedSaysNothingOfThisOne() {
        registration = registration(platform.url("").toString(), Duration.ofHours(1));
        registration.start();
        await().atMost(SOON).until(() -> registration.token() != null);

        registration.tokenRefused("token-0");

        assertThat(registration.token()).isEqualTo("token-1");
    }

    @Test
    void unregisteringShowsTheCredentialAndTellsWhenItIsRefused() throws Exception {
        registration.unregister();

        Request request = platform.requests().get(0);
        assertThat(request.uri()).hasToString("/ACSMP/UnRegister");
        assertThat(request.text())
                .isEqualTo("{\"Code\":\"11010800005050000001\",\"Username\":\"node\",\"Password\":\"secret\"}");

        platform.answer(call -> Reply.json(403, "{\"Code\":40300,\"Message\":\"not yours\"}"));
        assertThatThrownBy(registration::unregister)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 403, not yours");
    }

    @Test
    void resultsGoToThePlatformsHostWhateverItsPathIs() throws Exception {
        assertThat(registration.results()).isEqualTo(platform.url("/platform/v1/results"));
        assertThat(registration(platform.url("/deeper/").toString(), FIRST_PAUSE)
                        .results())
                .isEqualTo(platform.url("/platform/v1/results"));
    }

    @Test
    void aNodeWithoutAPlatformAsksNobody() {
        try (Registration alone = registration("", FIRST_PAUSE)) {
            alone.start();

            assertThat(alone.results()).isNull();
            assertThat(alone.token()).isNull();
        }
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void itIsKnownForHowLongThePlatformMayNotHaveHeardTheNode() {
        registration.start();
        await().atMost(SOON).until(() -> keepalives().size() >= 1);
        platform.answer(request -> Reply.json(503, "{}"));
        await().atMost(SOON).until(() -> registration.silence().compareTo(Duration.ofMillis(500)) > 0);

        platform.answer(this::welcome);

        await().atMost(SOON).until(() -> registration.silence().compareTo(Duration.ofMillis(500)) < 0);
    }

    @Test
    void oneThatIsClosedAsksNoMore() {
        registration.start();
        await().atMost(SOON).until(() -> keepalives().size() >= 1);
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("registration") && each.isAlive())
                .findFirst()
                .orElseThrow();

        registration.close();

        await().atMost(SOON).until(() -> !thread.isAlive());
    }

    private Registration registration(String url, Duration keepalive) {
        NodeConfig config = NodeConfig.of(Map.of(
                "NODE_CODE", "11010800005050000001",
                "NODE_USERNAME", "node",
                "NODE_PASSWORD", "secret",
                "PLATFORM_URL", url));
        return new Registration(
                new NodeConfig(
                        config.code(),
                        config.type(),
                        config.host(),
                        config.bind(),
                        config.port(),
                        config.username(),
                        config.password(),
                        config.platform(),
                        config.data(),
                        config.media(),
                        config.accelerator(),
                        config.spoolBytes(),
                        config.powercap(),
                        keepalive,
                        config.fence()),
                FIRST_PAUSE);
    }

    private Reply welcome(Request request) {
        return isRegister(request) ? token("token-" + issued.incrementAndGet()) : Reply.json(200, SUCCESS);
    }

    private static Reply token(String token) {
        return Reply.json(200, "{\"Code\":0,\"Message\":\"success\",\"Data\":{\"Token\":\"" + token + "\"}}");
    }

    private List<Request> registrations() {
        return asked(RegistrationTest::isRegister);
    }

    private List<Request> keepalives() {
        return asked(request -> request.uri().getPath().equals("/ACSMP/Keepalive"));
    }

    private List<Request> asked(Predicate<Request> which) {
        return platform.requests().stream().filter(which).toList();
    }

    private static boolean isRegister(Request request) {
        return request.uri().getPath().equals("/ACSMP/Register");
    }
}
