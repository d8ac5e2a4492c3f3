package org.computility.connector.inbound;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.connector.http.RuntimeHttp;

/**
 * What all instances of the adapter share, and all its sides: who listens, and the threads and sockets for talking to runtimes.
 * Safe for use by several threads; no lock is held while a side is called.
 */
public final class SharedAdapter {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final SharedAdapter SHARED = new SharedAdapter();

    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final List<Side> sides = new CopyOnWriteArrayList<>();
    private RuntimeHttp http;
    private int instances;

    /** The streams of one kind of runtime. */
    public interface Side {

        /**
         * A listener came, which shall hear of the present state, too; or the last listener left. Streams are open only
         * while somebody listens.
         */
        void listenersChanged();

        /** The adapter stops. */
        void stop();
    }

    /** The shared adapter of this class loader. */
    public static SharedAdapter get() {
        return SHARED;
    }

    /** Tells the side from now on who listens. */
    public void join(Side side) {
        sides.add(side);
    }

    /** Who listens now and later, not to be changed. */
    public List<Endpoint> endpoints() {
        return Collections.unmodifiableList(endpoints);
    }

    /** The threads and sockets. */
    public synchronized RuntimeHttp http() {
        if (http == null) {
            http = new RuntimeHttp(CONNECT_TIMEOUT);
        }
        return http;
    }

    /** Somebody listens. */
    public void add(Endpoint endpoint) {
        endpoints.add(endpoint);
        sides.forEach(Side::listenersChanged);
    }

    /** Somebody does not listen any more. */
    public void remove(Endpoint endpoint) {
        if (endpoints.remove(endpoint) && endpoints.isEmpty()) {
            sides.forEach(Side::listenersChanged);
        }
    }

    /** One more instance of the adapter. */
    public synchronized void started() {
        instances++;
    }

    /** The last instance to stop takes everything with it. */
    public void stopped() {
        if (isTheLast()) {
            sides.forEach(Side::stop);
            closeHttp();
        }
    }

    private synchronized boolean isTheLast() {
        instances--;
        return instances == 0;
    }

    private synchronized void closeHttp() {
        if (http != null) {
            http.close();
            http = null;
        }
    }
}
