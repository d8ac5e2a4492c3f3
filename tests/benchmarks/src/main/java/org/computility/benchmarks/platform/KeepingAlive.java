package org.computility.benchmarks.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps thousands of nodes alive: each calls every 30 s and waits 10 s for its answer, as the runtime node does. No node waits for
 * another; where the platform does not answer, all of them call in vain.
 */
final class KeepingAlive implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 50;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Instant> lastSigns = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong inVain = new AtomicLong();
    private final URI keepalive;
    private final List<Nodes.Node> nodes;
    private final long begin = System.nanoTime();
    private long called;

    KeepingAlive(URI platform, List<Nodes.Node> nodes) {
        keepalive = platform.resolve("ACSMP/Keepalive");
        this.nodes = nodes;
        clock.scheduleAtFixedRate(this::call, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** These call no more. */
    void silence(Collection<Nodes.Node> some) {
        some.forEach(node -> silent.add(node.code()));
    }

    /** When the node sent its last call that was answered with success. */
    Instant lastSign(String code) {
        return lastSigns.get(code);
    }

    /** Calls that were answered with success. */
    long answered() {
        return answered.get();
    }

    /** Calls that were refused, or not answered in time. */
    long inVain() {
        return inVain.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void call() {
        long due = (long) ((double) (System.nanoTime() - begin) / EVERY.toNanos() * nodes.size());
        while (called < due) {
            call(nodes.get((int) (called++ % nodes.size())));
        }
    }

    private void call(Nodes.Node node) {
        if (silent.contains(node.code())) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(keepalive)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Auth-Token", node.token())
                .POST(BodyPublishers.ofString("{\"Code\":\"" + node.code() + "\"}"))
                .build();
        Instant sent = Instant.now();
        client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200) {
                answered.incrementAndGet();
                lastSigns.merge(node.code(), sent, (one, other) -> one.isAfter(other) ? one : other);
            } else {
                inVain.incrementAndGet();
            }
        });
    }
}
