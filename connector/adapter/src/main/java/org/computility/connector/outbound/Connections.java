package org.computility.connector.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.NamingException;
import javax.naming.Reference;

/**
 * What the application looks up: the way to the pool of one side.
 *
 * @param <A> the side's address
 */
public abstract class Connections<A> implements Serializable, Referenceable {

    private static final long serialVersionUID = 1L;

    private final Places<A> places;
    private final ConnectionManager pool;
    private Reference reference;

    protected Connections(Places<A> places, ConnectionManager pool) {
        this.places = places;
        this.pool = pool;
    }

    /** The side's handle, out of the pool. */
    protected final Object allocate(A address) throws ResourceException {
        if (address == null) {
            throw new NotSupportedException("A connection needs the address of its runtime");
        }
        return pool.allocateConnection(places, new RuntimeRequest<>(address));
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
