package org.computility.connector.inbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;

/**
 * The adapter as the server sees it. Servers may make several instances of it (WildFly makes one more for each
 * connection factory definition), so {@link SharedAdapter} holds what is kept between calls.
 */
@Connector(
        displayName = "Computility runtimes",
        vendorName = "Computility",
        eisType = "Runtime",
        version = "0.1",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class RuntimeResourceAdapter implements ResourceAdapter {

    private final Map<MessageEndpointFactory, Endpoint> endpoints = new ConcurrentHashMap<>();
    private BootstrapContext context;

    @Override
    public void start(BootstrapContext bootstrap) {
        context = bootstrap;
        SharedAdapter.get().started();
    }

    @Override
    public void stop() {
        endpoints.values().forEach(SharedAdapter.get()::remove);
        endpoints.clear();
        SharedAdapter.get().stopped();
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof RuntimeEventsActivation)) {
            throw new NotSupportedException("Not an activation of this adapter: " + spec);
        }
        Endpoint endpoint = new Endpoint(factory, context.getWorkManager());
        endpoints.put(factory, endpoint);
        SharedAdapter.get().add(endpoint);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        Endpoint endpoint = endpoints.remove(factory);
        if (endpoint != null) {
            SharedAdapter.get().remove(endpoint);
        }
    }

    /** Nothing to recover: the adapter takes no part in transactions. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    // All instances of the adapter are one: they share the same runtimes.
    @Override
    public boolean equals(Object other) {
        return other instanceof RuntimeResourceAdapter;
    }

    @Override
    public int hashCode() {
        return RuntimeResourceAdapter.class.hashCode();
    }
}
