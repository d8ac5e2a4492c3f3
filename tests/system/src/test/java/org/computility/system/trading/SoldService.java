package org.computility.system.trading;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A model service as a seller runs it, with addresses that behave well and badly. */
public final class SoldService implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore heard = new Semaphore(0);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** A call as it came. */
    public record Seen(String type, String authorization, String body) {}

    public SoldService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        serve("/chat", 200, "application/json", "{\"answer\":\"它会守住\",\"usage\":{\"total_tokens\":12}}");
        serve("/silent-count", 200, "application/json", "{\"answer\":\"yes\"}");
        serve("/text", 200, "text/plain; charset=utf-8", "它会守住");
        serve("/fails", 500, "application/json", "{}");
        serve("/moved", 302, "application/json", "{}");
        serve("/picture", 200, "image/png", "PNG");
        serve("/large", 200, "application/json", "\"" + "x".repeat(200_000) + "\"");
        serve("/huge", 200, "application/json", "\"" + "x".repeat(5 << 20) + "\"");
        server.createContext("/slow", this::neverAnswer);
        server.createContext("/events", exchange -> stream(exchange, true));
        server.createContext("/breaks", exchange -> stream(exchange, false));
        server.createContext("/flaky", exchange -> {
            int status = tries.getAndIncrement() == 0 ? 500 : 200;
            answer(exchange, status, "application/json", "{\"ok\":true}");
        });
        server.start();
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Who streams goes on: its first event was heard. */
    void goOn() {
        heard.release();
    }

    /** How many calls came, to all addresses. */
    public int calls() {
        return calls.get();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        closed.countDown();
        heard.release(1000);
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String path, int status, String type, String body) {
        server.createContext(path, exchange -> answer(exchange, status, type, body));
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            seen.add(new Seen(
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", address("/chat"));
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** One event; the others once somebody has heard it. */
    private void stream(HttpExchange exchange, boolean toItsEnd) throws IOException {
        calls.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("data: {\"delta\":\"它\"}\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        heard.acquireUninterruptibly();
        if (toItsEnd) {
            out.write("data: {\"delta\":\"会\",\"usage\":{\"total_tokens\":12}}\n\ndata: [DONE]\n\n"
                    .getBytes(StandardCharsets.UTF_8));
            exchange.close();
        } else {
            // The connection closes before the answer has ended.
            throw new IOException("broken off");
        }
    }

    private void neverAnswer(HttpExchange exchange) {
        calls.incrementAndGet();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
