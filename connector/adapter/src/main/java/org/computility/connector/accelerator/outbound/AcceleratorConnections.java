package org.computility.connector.accelerator.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.Door;
import org.computility.connector.accelerator.inbound.Watches;
import org.computility.connector.accelerator.protocol.Knock;
import org.computility.connector.outbound.Connections;

/** What the application looks up: pooled calls on one side, the watching of nodes on the other. */
public final class AcceleratorConnections extends Connections<RuntimeAddress> implements AcceleratorConnectionFactory {

    private static final long serialVersionUID = 1L;

    AcceleratorConnections(AcceleratorManagedConnectionFactory managed, ConnectionManager pool) {
        super(managed, pool);
    }

    @Override
    public AcceleratorConnection getConnection(RuntimeAddress address) throws ResourceException {
        return (AcceleratorConnection) allocate(address);
    }

    @Override
    public void watch(RuntimeAddress address) {
        Watches.shared().watch(address);
    }

    @Override
    public void unwatch(String computeCode) {
        Watches.shared().unwatch(computeCode);
    }

    @Override
    public Door knock(RuntimeAddress address) {
        return Knock.at(address);
    }
}
