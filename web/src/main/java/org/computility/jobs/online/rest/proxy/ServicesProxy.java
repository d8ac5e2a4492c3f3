package org.computility.jobs.online.rest.proxy;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.predicate.IdempotentPredicate;
import io.undertow.predicate.Predicates;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.ProxyHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.jobs.online.CallCounts.Called;
import org.computility.jobs.online.CallMeter;
import org.computility.jobs.online.ServiceAdmission;
import org.computility.jobs.online.ServicesConfig;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** Listens for calls of services. A port that is taken is tried again every five seconds. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServicesProxy {

    private static final Logger LOG = Logger.getLogger(ServicesProxy.class.getName());
    // A service that breaks off is no error of the platform's, and the caller learns of it.
    private static final Logger CALLS = Logger.getLogger("io.undertow.proxy");
    private static final String EVERYWHERE = "0.0.0.0";
    private static final int RETRIES = 2;

    @Inject
    private ServiceAdmission admission;

    @Inject
    private CallMeter meter;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ContextService contexts;

    private Executor inContext;
    private Consumer<Called> taken;

    private Optional<Integer> port = Optional.empty();
    private Undertow server;
    private boolean closed;
    private boolean complained;

    @PostConstruct
    void configure() {
        CALLS.setLevel(Level.OFF);
        // Calls come in threads that belong to no application: beans that are made there would find no other bean.
        Executor here = contexts.currentContextExecutor();
        inContext = call -> executor.execute(() -> here.execute(call));
        taken = meter.counter();
        port = ServicesConfig.current().port();
        open();
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void again() {
        open();
    }

    private synchronized void open() {
        if (closed || server != null || port.isEmpty()) {
            return;
        }
        try {
            Undertow fresh = listener(EVERYWHERE, port.get(), admission::admit, taken, inContext);
            start(fresh);
            server = fresh;
            LOG.log(Level.INFO, "Services are called at port {0}.", port.get().toString());
        } catch (RuntimeException | LinkageError e) {
            // The platform goes on without its services.
            if (!complained) {
                complained = true;
                LOG.log(
                        Level.WARNING,
                        e,
                        () -> "Services cannot be called at port " + port.get()
                                + " (COMPUTILITY_SERVICES_PORT); tried again every five seconds.");
            }
        }
    }

    private static void start(Undertow fresh) {
        try {
            fresh.start();
        } catch (RuntimeException e) {
            fresh.stop();
            throw e;
        }
    }

    /** @param taken told of each call that a replica has taken, in threads that belong to no application */
    static Undertow listener(
            String host, int port, ServiceHandler.Door door, Consumer<Called> taken, Executor executor) {
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(new ReplicaClient(taken))
                .setMaxConnectionRetries(RETRIES)
                // What a replica has taken is sent to no other, not even a GET: it may be what broke the first one.
                .setIdempotentRequestPredicate(Predicates.and(IdempotentPredicate.INSTANCE, ReplicaClient::isStale))
                .build();
        return Undertow.builder()
                .addHttpListener(port, host)
                // A service may take any body; its own limits hold.
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(new ServiceHandler(door, proxy, executor))
                .build();
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
