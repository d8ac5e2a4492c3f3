package org.computility.connector.outbound;

import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;

/**
 * The application's end of a connection, good for calls until it is closed or its place is taken back.
 *
 * @param <C> the client that speaks to the runtime
 */
public abstract class Handle<C> {

    private Place place;
    private C client;

    protected Handle(Place place, C client) {
        this.place = place;
        this.client = client;
    }

    /** Gives the place back to the pool; closing again does nothing. */
    public void close() {
        Place owner;
        synchronized (this) {
            owner = place;
            invalidate();
        }
        if (owner != null) {
            owner.closed(this);
        }
    }

    /**
     * The client, until the end.
     *
     * @throws RuntimeFailure REFUSED afterwards
     */
    protected synchronized C client() throws RuntimeFailure {
        if (client == null) {
            throw new RuntimeFailure(Reason.REFUSED, "This connection is closed", null);
        }
        return client;
    }

    final synchronized void invalidate() {
        place = null;
        client = null;
    }

    final synchronized void moveTo(Place other) throws RuntimeFailure {
        client();
        place.forget(this);
        place = other;
    }
}
