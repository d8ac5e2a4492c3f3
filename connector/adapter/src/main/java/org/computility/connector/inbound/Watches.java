package org.computility.connector.inbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.connector.AcceleratorAddress;
import org.computility.connector.protocol.RuntimeHttp;
import org.computility.connector.protocol.StreamTiming;

/**
 * Which nodes are watched and who listens. Streams are open only while somebody listens; the first listener opens them
 * all. Safe for use by several threads.
 */
public final class Watches {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Watches SHARED = new Watches(StreamTiming.USUAL);

    private final StreamTiming timing;
    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();
    private final Map<String, NodeEvents> nodes = new HashMap<>();
    private RuntimeHttp http;
    private int adapters;

    Watches(StreamTiming timing) {
        this.timing = timing;
    }

    /** The one that all instances of the adapter in this class loader share. */
    public static Watches shared() {
        return SHARED;
    }

    /** The threads and sockets for talking to nodes. */
    public synchronized RuntimeHttp http() {
        if (http == null) {
            http = new RuntimeHttp(CONNECT_TIMEOUT);
        }
        return http;
    }

    /** Opens a stream to the node; the same address again changes nothing, another one replaces the stream. */
    public synchronized void watch(AcceleratorAddress address) {
        NodeEvents known = nodes.get(address.computeCode());
        if (known != null && known.address().equals(address)) {
            return;
        }
        unwatch(address.computeCode());
        NodeEvents node = new NodeEvents(address, endpoints);
        nodes.put(address.computeCode(), node);
        if (!endpoints.isEmpty()) {
            node.open(http(), timing);
        }
    }

    /** Closes the stream to the node and forgets events that nobody has heard yet. */
    public synchronized void unwatch(String computeCode) {
        NodeEvents node = nodes.remove(computeCode);
        if (node != null) {
            node.close();
        }
    }

    /** Streams are opened anew, so that this listener, too, hears of the present state. */
    synchronized void add(Endpoint endpoint) {
        endpoints.add(endpoint);
        for (NodeEvents node : nodes.values()) {
            node.close();
            node.open(http(), timing);
        }
    }

    synchronized void remove(Endpoint endpoint) {
        if (endpoints.remove(endpoint) && endpoints.isEmpty()) {
            nodes.values().forEach(NodeEvents::close);
        }
    }

    synchronized void adapterStarted() {
        adapters++;
    }

    /** The last one to stop takes everything with it. */
    synchronized void adapterStopped() {
        adapters--;
        if (adapters == 0) {
            nodes.values().forEach(NodeEvents::close);
            nodes.clear();
            if (http != null) {
                http.close();
                http = null;
            }
        }
    }
}
