package org.computility.shared.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {

    private static final Member URL = new Member("url");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMillis(600);

    private final OutboundGuard strict = new OutboundGuard(List.of());
    private final OutboundGuard allowing = new OutboundGuard(List.of("127.0.0.1/32"));
    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/file", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write("0123456789".getBytes(US_ASCII));
            exchange.close();
        });
        redirect("/moved", "/file");
        redirect("/circle", "/circle");
        redirect("/inside", "http://127.0.0.2:1/");
        server.createContext("/gone", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
        });
        server.createContext("/slow-head", exchange -> {
            pause(SLOW);
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            pause(SLOW);
            exchange.getResponseBody().write('1');
            exchange.close();
        });
        for (int hop = 1; hop <= 4; hop++) {
            String next = hop == 4 ? "/file" : "/slow-hop" + (hop + 1);
            server.createContext("/slow-hop" + hop, exchange -> {
                pause(SLOW);
                exchange.getResponseHeaders().add("Location", next);
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });
        }
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/x",
                "http://10.1.2.3/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://2130706433/",
                "http://224.0.0.1/",
                "http://no-such-host.invalid/"
            })
    void refusesWhatLeadsInside(String url) {
        assertThatThrownBy(() -> strict.check(URL, url)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("url-refused");
            assertThat(refusal.member()).isEqualTo("url");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2002:7f00:1::]",
                "[2002:a01:203:1::5]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::169.254.169.254]",
                "[64:ff9b:1::7f00:1]",
                "[2001:0:7f00:1::]",
                "[2001:0:c000:201:0:0:80ff:fffe]",
                "[::127.0.0.1]",
                "[::a00:1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:0:10.0.0.1]",
                "[2600::5efe:192.168.0.1]",
                "[2600::200:5efe:c0a8:1]"
            })
    void refusesAnInternalAddressInsideAnother(String host) {
        assertRefusedHost(host, "url-refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2002:c000:201::]", "[64:ff9b::c000:201]", "[2600::5efe:192.0.2.1]", "[2600::1]"})
    void letsAPublicAddressInsideAnotherPass(String host) {
        assertThat(strict.check(URL, "http://" + host + "/")).hasHost(host);
    }

    @Test
    void letsAListedAddressInsideAnotherPass() {
        assertThat(allowing.check(URL, "http://[2002:7f00:1::]/")).hasScheme("http");
        assertThat(new OutboundGuard(List.of("2002::/16")).check(URL, "http://[2002:7f00:1::]/"))
                .hasScheme("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "192.0.2.010", "0x7f000001", "0X7F000001", "017700000001", "3221225985"})
    void refusesAHostThatOthersReadAsAnotherAddress(String host) {
        assertRefusedHost(host, "url-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１２７.0.0.1",
                "127。0。0。1",
                "%31%32%37.0.0.1",
                "①②⑦.0.0.1",
                "0x7f.0.0.1",
                "192.513",
                "192.0.513",
                "192.0.2.1.",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.5",
                "example.0x7f",
                "example.0x",
                "a.1"
            })
    void refusesAHostThatIsNoneToJavaAndAnAddressToOthers(String host) {
        assertRefusedHost(host, "url-invalid");
    }

    private void assertRefusedHost(String host, String code) {
        assertThatThrownBy(() -> strict.check(URL, "http://" + host + "/"))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:///etc/passwd",
                "ftp://192.0.2.1/",
                "gopher://x",
                "//x",
                "http:",
                "a b",
                "http://u:p@192.0.2.1/",
                "http://192.0.2.1:65536/"
            })
    void refusesWhatIsNoPlainHttpUrl(String url) {
        assertThatThrownBy(() -> strict.check(URL, url))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("url-invalid"));
    }

    @Test
    void refusesANeutralMemberByItsName() {
        assertThatThrownBy(() -> strict.check(new Member("instances[0].url"), "http://127.0.0.1/"))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("url-refused");
                    assertThat(refusal.member(name -> "Spelt")).isEqualTo("Spelt");
                    assertThat(refusal.message(name -> "Spelt")).startsWith("Spelt leads to an internal address;");
                });
        assertThat(strict.check(new Member("url"), "https://192.0.2.1/")).hasHost("192.0.2.1");
    }

    @Test
    void letsPublicAddressesPass() {
        assertThat(strict.check(URL, "https://192.0.2.1:8443/a?b=c")).hasToString("https://192.0.2.1:8443/a?b=c");
    }

    @Test
    void letsListedRangesPass() {
        assertThat(allowing.check(URL, "http://127.0.0.1:1/").getPort()).isEqualTo(1);
        assertThatThrownBy(() -> allowing.check(URL, "http://127.0.0.2:1/")).isInstanceOf(Rejected.class);
    }

    @Test
    void downloads() throws IOException {
        try (InputStream content = allowing.open(URL, base + "/file", 10, PATIENCE)) {
            assertThat(content.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void followsARedirect() throws IOException {
        try (InputStream content = allowing.open(URL, base + "/moved", 10, PATIENCE)) {
            assertThat(content.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void checksWhereARedirectLeads() {
        assertRefused("/inside", "url-refused");
    }

    @Test
    void leavesACircleOfRedirects() {
        assertRefused("/circle", "download-refused");
    }

    @Test
    void saysThatTheServerHasNoSuchFile() {
        assertRefused("/gone", "download-refused");
    }

    @Test
    void cutsWhatIsTooLarge() throws IOException {
        try (InputStream content = allowing.open(URL, base + "/file", 9, PATIENCE)) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(DownloadFailed.class);
        }
    }

    @Test
    void cutsAServerThatFallsSilent() throws IOException {
        try (InputStream content = allowing.open(URL, base + "/silent", 10, Duration.ofMillis(700))) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(DownloadFailed.class);
        }
    }

    @Test
    void theLimitIsNotBegunAnewAfterTheHead() {
        assertThatThrownBy(() -> read("/slow-head", SLOW.multipliedBy(3).dividedBy(2)))
                .isInstanceOfAny(DownloadFailed.class, Unavailable.class);
    }

    @Test
    void theLimitIsNotBegunAnewByRedirects() {
        assertThatThrownBy(() -> read("/slow-hop1", SLOW.multipliedBy(5).dividedBy(2)))
                .isInstanceOfAny(DownloadFailed.class, Unavailable.class);
    }

    @Test
    void aSlowServerIsWaitedForWithinTheLimit() throws IOException {
        assertThat(read("/slow-head", PATIENCE)).hasSize(2);
        assertThat(read("/slow-hop1", PATIENCE)).hasSize(10);
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> allowing.open(URL, base + "/file", 10, PATIENCE))
                .isInstanceOf(Unavailable.class);
    }

    private byte[] read(String path, Duration limit) throws IOException {
        try (InputStream content = allowing.open(URL, base + path, 10, limit)) {
            return content.readAllBytes();
        }
    }

    /** The server's own slowness, which is what is tested. */
    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void assertRefused(String path, String code) {
        assertThatThrownBy(() -> allowing.open(URL, base + path, 10, PATIENCE))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void redirect(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }
}
