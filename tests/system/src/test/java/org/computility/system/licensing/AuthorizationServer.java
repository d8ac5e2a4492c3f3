package org.computility.system.licensing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The reference authorization server: answers how much of a capability's quota is used as {@code docs/licence-quotas.md} has it, a stand-in
 * for T/BAX 0006.2 6.1.2. It counts questions, and can be changed, slow, silent or out of its mind.
 */
public final class AuthorizationServer implements AutoCloseable {

    private static final String PATH = "/AuthServer/Quota/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LongSupplier used;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long total;
    private volatile Said said;
    private volatile Duration delay = Duration.ZERO;

    private record Said(int status, byte[] body) {}

    /** It has authorized that many streams, of whatever capability, and allows none more. */
    public AuthorizationServer(LongSupplier used) {
        this.used = used;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    /** {@code Server} of table D.1. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on so many streams of each capability may run at once, and it is sane and quick. */
    public void allow(long streams) {
        said = null;
        delay = Duration.ZERO;
        total = streams;
    }

    /** From now on it says this, whatever it is asked. */
    public void say(int status, byte[] body) {
        said = new Said(status, body);
    }

    /** From now on it answers that much later. */
    public void answerAfter(Duration longer) {
        delay = longer;
    }

    /** From now on it takes calls and does not answer. */
    public void fallSilent() {
        delay = Duration.ofDays(1);
    }

    /** How often it was asked about that capability. */
    public int asked(String algoDefCode) {
        return asked.getOrDefault(algoDefCode, 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String algoDefCode = exchange.getRequestURI().getPath().substring(PATH.length());
        asked.merge(algoDefCode, 1, Integer::sum);
        await(delay);
        Said answer = said == null ? new Said(200, quota(algoDefCode)) : said;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
        if (answer.body.length > 0) {
            exchange.getResponseBody().write(answer.body);
        }
        exchange.close();
    }

    private byte[] quota(String algoDefCode) {
        return Json.createObjectBuilder()
                .add("AlgoDefCode", algoDefCode)
                .add("QuotaUsed", used.getAsLong())
                .add("QuotaTotal", total)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private void await(Duration longest) {
        try {
            closing.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
