package org.computility.shared.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundFailed.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundCallsTest {

    private static final Member API = new Member("api");
    private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(20), 100);
    private static final OutboundLimits HASTE = new OutboundLimits(Duration.ofMillis(300), 100);

    private final OutboundCalls calls = GuardForTests.calls();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private OutboundRoom room = bytes -> true;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/content", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('0');
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> await());
        server.createContext("/half", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsTheWholeAnswerWhateverItsStatus() throws OutboundFailed {
        OutboundAnswer answer = post("/echo", "水", LIMITS);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.type()).isEqualTo("text/plain");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("水");
        assertThat(post("/nothing", "x", LIMITS).status()).isEqualTo(404);
    }

    @Test
    void followsNoRedirect() throws OutboundFailed {
        assertThat(post("/moved", "x", LIMITS).status()).isEqualTo(307);
    }

    @Test
    void anAnswerHasItsLimits() {
        fails(Reason.TOO_LARGE, "/echo", "x".repeat(101), LIMITS);
        fails(Reason.LATE, "/silent", "x", HASTE);
        fails(Reason.LATE, "/half", "x", HASTE);
        String address = address("/echo");
        server.stop(0);
        assertThatThrownBy(() -> calls.post(API, address, Map.of(), new byte[0], LIMITS, bytes -> true))
                .isInstanceOfSatisfying(
                        OutboundFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
    }

    @Test
    void aLongAnswerAsksForRoom() throws OutboundFailed {
        OutboundLimits large = new OutboundLimits(LIMITS.time(), 1 << 20);
        AtomicLong asked = new AtomicLong();
        room = bytes -> asked.addAndGet(bytes) <= 128 * 1024;

        assertThat(post("/echo", "x".repeat(1000), large).body()).hasSize(1000);
        assertThat(asked.get()).isZero();
        assertThat(post("/echo", "x".repeat(150_000), large).body()).hasSize(150_000);
        fails(Reason.BUSY, "/echo", "x".repeat(70_000), large);
    }

    @Test
    void passesTheGuard() {
        calls.guard = new OutboundGuard(List.of());
        assertThatThrownBy(() -> post("/echo", "x", LIMITS))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("url-refused"));
    }

    /** As of a name that leads elsewhere since it was checked. */
    @Test
    void whatAnInternalAddressAnsweredIsNotRead() {
        AtomicInteger checked = new AtomicInteger();
        calls.guard = new OutboundGuard(List.of("127.0.0.1/32")) {
            @Override
            public URI check(Member member, String url) {
                return checked.incrementAndGet() == 1
                        ? super.check(member, url)
                        : new OutboundGuard(List.of()).check(member, url);
            }
        };

        assertThatThrownBy(() -> post("/echo", "x", LIMITS))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("url-refused"));
        checked.set(0);
        assertThatThrownBy(() -> calls.guard.open(API, address("/content"), 100, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("url-refused"));
    }

    private void fails(Reason reason, String path, String body, OutboundLimits limits) {
        assertThatThrownBy(() -> post(path, body, limits))
                .isInstanceOfSatisfying(
                        OutboundFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private OutboundAnswer post(String path, String body, OutboundLimits limits) throws OutboundFailed {
        return calls.post(API, address(path), Map.of("Content-Type", "text/plain"), body.getBytes(UTF_8), limits, room);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
