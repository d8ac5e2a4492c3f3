package org.computility.jobs.online.rest.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.client.ClientConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.computility.jobs.online.Admission;
import org.computility.jobs.online.CallCounts.Called;

/** Balances the calls of each service over those of its replicas that serve. */
final class ReplicaClient implements ProxyClient {

    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final int CONNECTIONS = 200;
    private static final int IDLE_CONNECTIONS = 5;
    /** Less than what servers usually leave an idle connection open: a call is not to meet one that just closes. */
    private static final int IDLE_MILLISECONDS = 4_000;

    private static final int RETRY_SECONDS = 2;

    private static final AttachmentKey<Use> TAKEN = AttachmentKey.create(Use.class);

    private static final ProxyTarget ADMITTED = new ProxyTarget() {};

    private final Cache<UUID, Balanced> services =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).build();
    private final Set<ClientConnection> known =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private final Consumer<Called> taken;

    /** @param taken told once of each call that a replica has taken */
    ReplicaClient(Consumer<Called> taken) {
        this.taken = taken;
    }

    private enum Use {
        FIRST,
        AGAIN
    }

    /** Whether a replica was sent the call. */
    static boolean isTaken(HttpServerExchange exchange) {
        return exchange.getAttachment(TAKEN) != null;
    }

    /** Whether the call met a connection that had lain open, which the replica may have closed before the call came. */
    static boolean isStale(HttpServerExchange exchange) {
        return exchange.getAttachment(TAKEN) == Use.AGAIN;
    }

    private static final class Balanced {

        private final LoadBalancingProxyClient client = new LoadBalancingProxyClient()
                .setConnectionsPerThread(CONNECTIONS)
                .setSoftMaxConnectionsPerThread(IDLE_CONNECTIONS)
                .setTtl(IDLE_MILLISECONDS)
                .setProblemServerRetry(RETRY_SECONDS);
        private Set<URI> hosts = Set.of();

        synchronized LoadBalancingProxyClient at(Set<URI> wanted) {
            Set<URI> gone = new HashSet<>(hosts);
            gone.removeAll(wanted);
            gone.forEach(client::removeHost);
            Set<URI> fresh = new HashSet<>(wanted);
            fresh.removeAll(hosts);
            fresh.forEach(client::addHost);
            hosts = Set.copyOf(wanted);
            return client;
        }
    }

    @Override
    public ProxyTarget findTarget(HttpServerExchange exchange) {
        return ADMITTED;
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        Admission admission = exchange.getAttachment(ServiceHandler.ADMITTED);
        Set<URI> hosts = new HashSet<>();
        admission.endpoints().forEach(endpoint -> hosts.add(URI.create("http://" + endpoint + "/")));
        Balanced balanced = Objects.requireNonNull(services.get(admission.call().jobId(), id -> new Balanced()));
        LoadBalancingProxyClient client = balanced.at(hosts);
        client.getConnection(client.findTarget(exchange), exchange, new Noting(callback, known, taken), timeout, unit);
    }

    private record Noting(ProxyCallback<ProxyConnection> callback, Set<ClientConnection> known, Consumer<Called> taken)
            implements ProxyCallback<ProxyConnection> {

        @Override
        public void completed(HttpServerExchange exchange, ProxyConnection connection) {
            if (!isTaken(exchange)) {
                taken.accept(exchange.getAttachment(ServiceHandler.ADMITTED).call());
            }
            exchange.putAttachment(TAKEN, known.add(connection.getConnection()) ? Use.FIRST : Use.AGAIN);
            callback.completed(exchange, connection);
        }

        @Override
        public void failed(HttpServerExchange exchange) {
            callback.failed(exchange);
        }

        @Override
        public void couldNotResolveBackend(HttpServerExchange exchange) {
            callback.couldNotResolveBackend(exchange);
        }

        @Override
        public void queuedRequestFailed(HttpServerExchange exchange) {
            callback.queuedRequestFailed(exchange);
        }
    }
}
