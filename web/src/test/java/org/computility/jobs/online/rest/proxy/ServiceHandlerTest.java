package org.computility.jobs.online.rest.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.undertow.Undertow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.jobs.online.Admission;
import org.computility.jobs.online.CallCounts.Called;
import org.computility.shared.Unauthenticated;
import org.computility.shared.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls go through the proxy as services and callers expect it. */
class ServiceHandlerTest {

    private static final UUID JOB = UUID.fromString("019ad5a0-6f1c-7b57-9a0f-2f9a3f1d1c55");
    private static final UUID USER = UUID.fromString("70553686-096f-488b-8151-9c1e47adafa5");

    private static final String CENTER = "east";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<HttpServer> replicas = new ArrayList<>();
    private final List<String> endpoints = new ArrayList<>();
    private final List<Called> counted = Collections.synchronizedList(new ArrayList<>());
    private Headers seen;
    private String path;
    private Undertow proxy;
    private String base;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        proxy = ServicesProxy.listener("127.0.0.1", port, this::admit, counted::add, executor);
        proxy.start();
        base = "http://127.0.0.1:" + port + "/" + JOB;
    }

    @AfterEach
    void close() {
        held.countDown();
        proxy.stop();
        replicas.forEach(replica -> replica.stop(0));
        executor.shutdownNow();
    }

    @Test
    void theServiceLearnsWhoCallsAndNotTheToken() throws Exception {
        replica("one");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/a%20b/c?d=%2F"))
                .header("Authorization", "Bearer good")
                .header("Cookie", "console=1")
                .header("X-Computility-User", "somebody else")
                .header("X-Forwarded-For", "10.0.0.1")
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("one");
        assertThat(path).isEqualTo("/a%20b/c?d=%2F");
        assertThat(seen.get("X-Computility-User")).containsExactly(USER.toString());
        assertThat(seen.get("X-Forwarded-Prefix")).containsExactly("/" + JOB);
        assertThat(seen.getFirst("X-Forwarded-For")).doesNotContain("10.0.0.1");
        assertThat(seen).doesNotContainKeys("Authorization", "X-auth-token", "Cookie", "Http2-settings");
        assertThat(call(base, "good").body()).as("without a final slash").isEqualTo("one");
    }

    @Test
    void noOtherCredentialIsPassedOnUnlessItIsMeantForTheService() throws Exception {
        replica("one");
        for (String other : List.of("Bearer cpk_another", "Bearer another-token", "Basic dTpw")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/"))
                    .header("X-Auth-Token", "good")
                    .header("Authorization", other)
                    .header("Proxy-Authorization", other)
                    .build();

            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThat(seen).doesNotContainKeys("Authorization", "Proxy-authorization");
        }
        HttpRequest meant = HttpRequest.newBuilder(URI.create(base + "/"))
                .header("Authorization", "Bearer good")
                .header("X-Service-Authorization", "Bearer sk-1")
                .build();
        assertThat(http.send(meant, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(seen.get("Authorization")).containsExactly("Bearer sk-1");
        assertThat(seen).doesNotContainKeys("X-service-authorization");
    }

    @Test
    void anAnswerSaysNothingOfTheHost() throws Exception {
        replica("one");
        HttpResponse<String> answer = call(base + "/", "good");

        assertThat(answer.headers().firstValue("X-Own")).contains("kept");
        assertThat(answer.headers().map())
                .doesNotContainKeys("set-cookie", "clear-site-data", "strict-transport-security", "alt-svc");
    }

    @Test
    void whoIsNotAdmittedLearnsWhy() throws Exception {
        HttpResponse<String> nobody =
                http.send(HttpRequest.newBuilder(URI.create(base + "/")).build(), BodyHandlers.ofString());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(nobody.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(nobody.body()).contains("\"code\":\"token-missing\"");

        HttpResponse<String> early = call(base + "/", "good");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).contains("2");
        for (String wrong :
                List.of(base.replace(JOB.toString(), ""), base + "x/", base.replace(JOB.toString(), "x/y"))) {
            assertThat(call(wrong, "good").statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void eventsArriveAsTheyCome() throws Exception {
        replica("one");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/stream"))
                .header("X-Auth-Token", "good")
                .build();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: one");
            held.countDown();
            assertThat(events.readLine()).isEqualTo("data: two");
        }
    }

    @Test
    void callsAreBalancedAndPassByWhatIsDead() throws Exception {
        replica("one");
        replica("two");
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            answers.add(call(base + "/", "good").body());
        }
        assertThat(answers).containsExactlyInAnyOrder("one", "two");

        replicas.get(0).stop(0);
        for (int i = 0; i < 10; i++) {
            assertThat(call(base + "/", "good").body()).isEqualTo("two");
        }
        replicas.get(1).stop(0);
        HttpResponse<String> none = call(base + "/", "good");
        assertThat(none.statusCode()).isEqualTo(503);
        assertThat(none.body()).contains("service-not-ready");
    }

    @Test
    void aCallCountsOnceWhenAReplicaHasTakenIt() throws Exception {
        replica("one");
        replica("two");
        replicas.get(0).stop(0);
        for (int i = 0; i < 4; i++) {
            assertThat(call(base + "/", "good").statusCode()).isEqualTo(200);
        }
        assertThat(counted).hasSize(4).containsOnly(new Called(JOB, USER, CENTER));
    }

    @Test
    void aCallThatNoReplicaTakesCountsNothing() throws Exception {
        replica("one");
        replicas.get(0).stop(0);
        for (int i = 0; i < 2; i++) {
            assertThat(call(base + "/", "good").statusCode()).isEqualTo(503);
        }
        assertThat(counted).isEmpty();
    }

    /** What breaks one replica must not be handed to the next, and who posted must not post again unknowing. */
    @Test
    void whatAReplicaTookIsSentToNoOther() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        try (ServerSocket one = breaking(taken);
                ServerSocket two = breaking(taken)) {
            assertThat(one.getLocalPort()).isNotEqualTo(two.getLocalPort());
            HttpResponse<String> got = call(base + "/die", "good");
            assertThat(got.statusCode()).isEqualTo(502);
            assertThat(got.body()).contains("service-answer-broken");
            assertThat(got.headers().firstValue("Retry-After")).isEmpty();
            assertThat(taken).hasValue(1);

            HttpResponse<String> posted = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/once"))
                            .header("X-Auth-Token", "good")
                            .POST(HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(posted.statusCode()).isEqualTo(502);
            assertThat(taken).hasValue(2);
            assertThat(counted).as("who took them may have carried them out").hasSize(2);
        }
    }

    /** Reads the head of each call and closes. */
    private ServerSocket breaking(AtomicInteger taken) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        endpoints.add("127.0.0.1:" + server.getLocalPort());
        executor.execute(() -> {
            while (!server.isClosed()) {
                try (Socket call = server.accept();
                        BufferedReader head = new BufferedReader(
                                new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII))) {
                    String line = head.readLine();
                    while (line != null && !line.isEmpty()) {
                        line = head.readLine();
                    }
                    taken.incrementAndGet();
                } catch (IOException e) {
                    // Closed at the test's end.
                    return;
                }
            }
        });
        return server;
    }

    @Test
    void aLargeBodyPasses() throws Exception {
        replica("one");
        String body = "x".repeat(5_000_000);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/echo"))
                .header("X-Auth-Token", "good")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSameSizeAs(body);
    }

    private Admission admit(String token, UUID jobId) {
        if (token == null) {
            throw new Unauthenticated("token-missing", "Send the token.");
        }
        if (endpoints.isEmpty()) {
            throw new Unavailable("service-not-ready", "Not yet.", Duration.ofSeconds(2));
        }
        return new Admission(new Called(jobId, USER, CENTER), endpoints);
    }

    private HttpResponse<String> call(String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("X-Auth-Token", token)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void replica(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            seen = exchange.getRequestHeaders();
            path = exchange.getRequestURI().toString();
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=1; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "other=2");
            exchange.getResponseHeaders().add("Clear-Site-Data", "\"*\"");
            exchange.getResponseHeaders().add("Strict-Transport-Security", "max-age=1000");
            exchange.getResponseHeaders().add("Alt-Svc", "h2=\":1\"");
            exchange.getResponseHeaders().add("X-Own", "kept");
            try (OutputStream out = exchange.getResponseBody()) {
                if (path.equals("/stream")) {
                    exchange.sendResponseHeaders(200, 0);
                    out.write("data: one\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    held.await();
                    out.write("data: two\n".getBytes(StandardCharsets.UTF_8));
                } else {
                    byte[] body = path.equals("/echo")
                            ? exchange.getRequestBody().readAllBytes()
                            : name.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    out.write(body);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        replicas.add(server);
        endpoints.add("127.0.0.1:" + server.getAddress().getPort());
    }
}
