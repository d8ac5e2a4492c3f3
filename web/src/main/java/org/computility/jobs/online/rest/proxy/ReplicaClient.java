package org.computility.jobs.online.rest.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.computility.jobs.online.Admission;

/** Balances the calls of each service over those of its replicas that serve. */
final class ReplicaClient implements ProxyClient {

    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final int CONNECTIONS = 200;
    private static final int IDLE_CONNECTIONS = 5;
    private static final int IDLE_MILLISECONDS = 20_000;
    private static final int RETRY_SECONDS = 2;

    private static final ProxyTarget ADMITTED = new ProxyTarget() {};

    private final Cache<UUID, Balanced> services =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).build();

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
        Balanced balanced = Objects.requireNonNull(services.get(admission.jobId(), id -> new Balanced()));
        LoadBalancingProxyClient client = balanced.at(hosts);
        client.getConnection(client.findTarget(exchange), exchange, callback, timeout, unit);
    }
}
