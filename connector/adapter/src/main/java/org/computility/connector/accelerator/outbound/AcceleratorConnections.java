package org.computility.connector.accelerator.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.NamingException;
import javax.naming.Reference;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.inbound.Watches;

/** What the application looks up: pooled calls on one side, the watching of nodes on the other. */
public final class AcceleratorConnections implements AcceleratorConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final AcceleratorManagedConnectionFactory managed;
    private final ConnectionManager pool;
    private Reference reference;

    AcceleratorConnections(AcceleratorManagedConnectionFactory managed, ConnectionManager pool) {
        this.managed = managed;
        this.pool = pool;
    }

    @Override
    public AcceleratorConnection getConnection(RuntimeAddress address) throws ResourceException {
        if (address == null) {
            throw new NotSupportedException("A connection needs the address of its node");
        }
        return (AcceleratorConnection) pool.allocateConnection(managed, new NodeRequest(address));
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
    public void setReference(Reference newReference) {
        reference = newReference;
    }

    @Override
    public Reference getReference() throws NamingException {
        return reference;
    }
}
