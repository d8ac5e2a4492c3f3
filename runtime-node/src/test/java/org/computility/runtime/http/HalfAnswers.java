package org.computility.runtime.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server whose first answers stop half way, with their connection left open; those after them are whole. */
public final class HalfAnswers implements AutoCloseable {

    /** {@code Range} of each request, or {@code null} as text. */
    public final List<String> ranges = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger halves;
    private final byte[] content;

    /**
     * @param content what every request is answered with
     * @param halves how many answers stop half way
     */
    public HalfAnswers(byte[] content, int halves) throws IOException {
        this.content = content;
        this.halves = new AtomicInteger(halves);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        boolean half = halves.getAndDecrement() > 0;
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        int length = half ? (content.length - from) / 2 : content.length - from;
        exchange.getResponseBody().write(content, from, length);
        exchange.getResponseBody().flush();
        if (half) {
            hang();
        }
        exchange.close();
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
