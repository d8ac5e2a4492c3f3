package org.computility.system.reporting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A monitoring platform of somebody else, written from the printed tables: it has one center, and can be told to hang. */
final class FakeLower implements AutoCloseable {

    static final String PASSWORD = "of the platform above";

    /** What its center is called there. */
    static final int CENTER = 4711;

    private static final String TOKEN = "lower-token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String center;
    private final Queue<String> questions = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile String supervision = "{}";

    FakeLower(String center) {
        this.center = center;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Questions are taken and not answered until {@link #answers}. */
    void hangs() {
        hanging = new CountDownLatch(1);
    }

    void answers() {
        hanging.countDown();
    }

    /** What it says of power and environment. */
    void supervision(String data) {
        supervision = data;
    }

    /** Of B.1, each with its query. */
    long questions() {
        return questions.stream().filter(one -> one.contains("OperationalData")).count();
    }

    /** Calls without a token, or with a wrong signature, or about another center. */
    Queue<String> wrong() {
        return wrong;
    }

    @Override
    public void close() {
        answers();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = call.getRequestURI().getPath();
            if (path.equals("/api/token")) {
                boolean known = Reporter.object(body).getString("password").equals(PASSWORD);
                reply(call, known ? 200 : 401, known ? "\"token\":\"" + TOKEN + "\"" : "\"data\":null");
                return;
            }
            check(call, body);
            questions.add(call.getRequestURI().toString());
            hanging.await();
            switch (path) {
                case "/api/computePowerCenter" ->
                    reply(
                            call,
                            200,
                            "\"data\":{\"total\":1,\"datalist\":[{\"id\":" + CENTER + ",\"name\":\"" + center
                                    + "\",\"longitude\":107.6436310,\"latitude\":35.709077}]}");
                case "/api/queryOperationalData" ->
                    reply(
                            call,
                            200,
                            "\"data\":{\"load\":{\"computingUtilization\":62.5,\"jobsRunning\":3},\"scale\":{\"total\":{\"cores\":128}},"
                                    + "\"age\":9,\"partial\":true,\"sources\":[{\"kind\":\"CENTER\",\"id\":\"qy\",\"answered\":false,"
                                    + "\"reason\":\"down\",\"load\":{},\"scale\":{}}]}");
                default -> reply(call, 200, "\"data\":" + supervision);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(HttpExchange call, String body) {
        String sign = Signer.sign(
                TOKEN,
                call.getRequestMethod(),
                URI.create("http://h" + call.getRequestURI()),
                body,
                call.getRequestHeaders().getFirst("sign-time"),
                call.getRequestHeaders().getFirst("sign-nonce"));
        String query = call.getRequestURI().getQuery();
        if (!TOKEN.equals(call.getRequestHeaders().getFirst("token"))
                || !sign.equals(call.getRequestHeaders().getFirst("sign"))
                || !(query.equals("name=" + center) || query.equals("centerId=" + CENTER))) {
            wrong.add(call.getRequestURI().toString());
        }
    }

    private static void reply(HttpExchange call, int status, String more) throws IOException {
        byte[] answer = ("{\"code\":" + (status == 200 ? 200 : 10001) + ",\"msg\":\"-\"," + more + "}")
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, answer.length);
        call.getResponseBody().write(answer);
    }
}
