package org.computility.operations.leases;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.computility.shared.ThisServer;

/**
 * Leases for work that any server may do but only one should, such as a timer's: at most one server holds a name at a time.
 * Each call commits on its own, so that the other servers see it at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NamedLeases {

    @Inject
    private Leases leases;

    @Inject
    private ThisServer server;

    /**
     * Takes the lease, or prolongs it when this server has it.
     *
     * @return false when another server holds it
     */
    public boolean acquire(String name, Duration duration) {
        return leases.acquire(name, server.name(), duration.toMillis() / 1000.0) == 1;
    }

    /** Gives the lease back; nothing happens when this server does not hold it. */
    public void release(String name) {
        leases.release(name, server.name());
    }
}
