package org.computility.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's own server, which takes what the platform posts, refuses it, or hangs. */
public final class WebhookReceiver implements AutoCloseable {

    public static final String SECRET = "what both sides sign with, 32 characters";

    /** What it does with what comes next. */
    public enum Mood {
        TAKES,
        REFUSES,
        HANGS
    }

    /** What came. */
    public record Got(String signature, String timestamp, String body) {

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        public boolean isSigned() throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((timestamp + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return signature.equals("HMAC-SHA256 " + HexFormat.of().formatHex(expected));
        }
    }

    private final String headers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Got> came = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Got> taken = new ConcurrentLinkedQueue<>();
    private volatile Mood mood = Mood.TAKES;

    /** @param headers how the names of the headers begin that sign what is posted */
    public WebhookReceiver(String headers) {
        this.headers = headers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    public void is(Mood next) {
        mood = next;
    }

    /** All that came, taken or not. */
    public List<Got> came() {
        return List.copyOf(came);
    }

    public List<Got> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        Got got = new Got(
                exchange.getRequestHeaders().getFirst(headers + "-Signature"),
                exchange.getRequestHeaders().getFirst(headers + "-Timestamp"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        came.add(got);
        Mood now = mood;
        if (now == Mood.HANGS) {
            hang();
        }
        if (now == Mood.TAKES) {
            taken.add(got);
        }
        exchange.sendResponseHeaders(now == Mood.TAKES ? 204 : 503, -1);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
