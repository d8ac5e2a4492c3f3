package org.computility.connector.accelerator.inbound;

import java.util.HashMap;
import java.util.Map;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.protocol.StreamTiming;
import org.computility.connector.inbound.SharedAdapter;

/** Which nodes are watched. Streams are open only while somebody listens. Safe for use by several threads. */
public final class Watches implements SharedAdapter.Side {

    private static final Watches SHARED = joined(SharedAdapter.get(), StreamTiming.USUAL);

    private final SharedAdapter adapter;
    private final StreamTiming timing;
    private final Map<String, NodeEvents> nodes = new HashMap<>();

    private Watches(SharedAdapter adapter, StreamTiming timing) {
        this.adapter = adapter;
        this.timing = timing;
    }

    static Watches joined(SharedAdapter adapter, StreamTiming timing) {
        Watches watches = new Watches(adapter, timing);
        adapter.join(watches);
        return watches;
    }

    /** The watches that all instances of the adapter in this class loader share. */
    public static Watches shared() {
        return SHARED;
    }

    /**
     * Opens a stream to the node. Another address replaces the stream. The same address again leaves an open stream as
     * it is; a stream that waits for its next attempt is opened at once.
     */
    public synchronized void watch(RuntimeAddress address) {
        NodeEvents known = nodes.get(address.computeCode());
        if (known != null && known.address().equals(address)) {
            known.hurry();
            return;
        }
        unwatch(address.computeCode());
        NodeEvents node = new NodeEvents(address, adapter.endpoints());
        nodes.put(address.computeCode(), node);
        openIfHeard(node);
    }

    /** Closes the stream to the node and forgets events that nobody has heard yet. */
    public synchronized void unwatch(String computeCode) {
        NodeEvents node = nodes.remove(computeCode);
        if (node != null) {
            node.close();
        }
    }

    @Override
    public synchronized void listenersChanged() {
        for (NodeEvents node : nodes.values()) {
            node.close();
            openIfHeard(node);
        }
    }

    @Override
    public synchronized void stop() {
        nodes.values().forEach(NodeEvents::close);
        nodes.clear();
    }

    private void openIfHeard(NodeEvents node) {
        if (!adapter.endpoints().isEmpty()) {
            node.open(adapter.http(), timing);
        }
    }
}
