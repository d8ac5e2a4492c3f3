package org.computility.observation.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How long requests took, by what was asked for and how it was answered. */
final class RequestTimes {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** From a read in memory to an upload. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicInteger active = new AtomicInteger();

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("http.server.requests.active", active, AtomicInteger::get)
                .description("Requests that are being answered, streams of events among them")
                .register(registry);
    }

    void begin() {
        active.incrementAndGet();
    }

    /** One was answered. */
    void end(Asked asked, String method, int status, Duration took) {
        active.decrementAndGet();
        // Whoever invents methods shall make no figures.
        String known = METHODS.contains(method) ? method : "OTHER";
        timers.computeIfAbsent(new Kind(asked, known, status), this::timer).record(took);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests that were answered, by the operation's path as the contract has it")
                .tag("family", kind.asked.family())
                .tag("operation", kind.asked.operation())
                .tag("method", kind.method)
                .tag("status", Integer.toString(kind.status))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private record Kind(Asked asked, String method, int status) {}
}
