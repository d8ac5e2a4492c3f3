package org.computility.observation.rest;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.computility.observation.Census;
import org.computility.shared.database.outage.DatabaseHealth;

/** All figures of this server: of its JVM, of its requests, and what the database holds. */
@ApplicationScoped
public class PlatformMeters {

    private static final long PATIENCE_SECONDS = 2;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    @EJB
    private DatabaseHealth database;

    @EJB
    private Census census;

    @Inject
    private Clock clock;

    private RequestTimes requests;
    private TallyGauges tallies;

    /** Who counts; a scrape does not wait long for one that is counting. */
    private final ReentrantLock counting = new ReentrantLock();

    @PostConstruct
    void begin() {
        registry.config()
                .meterFilter(named("system.cpu.count", "system.cpus"))
                // In nanoseconds, which no figure of Prometheus is told in; process.cpu.usage has the same.
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
        collections();
        requests = new RequestTimes(registry);
        tallies = new TallyGauges(registry, List.of(census::places, census::work, census::traffic), clock);
        Gauge.builder("computility_database_up", database, health -> health.isReady() ? 1 : 0)
                .description("1 while the database answers and its schema is in place")
                .strongReference(true)
                .register(registry);
    }

    /** Since the server's start; the pauses that the binder of Micrometer tells of begin with the first one after the first request. */
    private void collections() {
        for (GarbageCollectorMXBean garbage : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc.collections",
                            garbage,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .description("Collections of garbage since the start, and the time that they took")
                    .tag("gc", garbage.getName())
                    .register(registry);
        }
    }

    @PreDestroy
    void end() {
        collector.close();
        registry.close();
    }

    RequestTimes requests() {
        return requests;
    }

    /** Everything, in the format of that content type. */
    byte[] written(String type) {
        boolean turn = false;
        try {
            // A count that is replaced right now must not be missing from what is written; one that hangs must not keep
            // the rest back.
            turn = counting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (turn) {
                tallies.refresh(database.isReady());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            registry.scrape(bytes, type);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (turn) {
                counting.unlock();
            }
        }
    }

    /** Prometheus keeps {@code _count} for histograms. */
    private static MeterFilter named(String from, String to) {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(from) ? id.withName(to) : id;
            }
        };
    }
}
