package org.computility.compute.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.compute.NodeAddress;
import org.computility.compute.NodeAddresses;

/**
 * Which nodes' event streams this server keeps open. Compared with the store: changed nodes every time, all nodes every
 * ten seconds. Not for use by several threads.
 */
final class WatchedNodes {

    private static final Duration WHOLE_COMPARISON = Duration.ofSeconds(10);
    // Clocks of the servers in a cluster differ a little.
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Streams streams;
    private final Map<String, Instant> watchedSince = new HashMap<>();
    private Instant comparedAll;

    /** Opens and closes event streams. */
    interface Streams {
        /**
         * Opens the stream, anew if it is open: a node that registers or comes back has perhaps just started, and a
         * connection to what it was before may look open for a while. False when that cannot even be tried.
         */
        boolean open(NodeAddress address);

        /** Tries a stream that is lost or quiet at once, and leaves any other as it is. */
        void hurry(NodeAddress address);

        void close(String code);
    }

    WatchedNodes(Streams streams) {
        this.streams = streams;
    }

    /** To be asked every second. */
    void follow(NodeAddresses nodes, Instant now) {
        // A comparison that is yet to come was noted by a clock that has been put back since.
        boolean all = comparedAll == null
                || comparedAll.isAfter(now)
                || !comparedAll.plus(WHOLE_COMPARISON).isAfter(now);
        if (all) {
            comparedAll = now;
            Set<String> online = nodes.online();
            closeAllBut(online);
            open(nodes.changedSince(watchedSince.keySet().containsAll(online) ? now.minus(OVERLAP) : Instant.EPOCH));
        } else {
            open(nodes.changedSince(now.minus(OVERLAP)));
        }
    }

    /**
     * Tries lost and quiet streams at once whose nodes have shown life since: a node that was cut off for less than the
     * time-out stays online, and nothing of its row changes. To be asked every second.
     */
    void retry(LostStreams lost, NodeAddresses nodes, Instant now) {
        lost.retain(watchedSince.keySet());
        Map<String, Instant> waiting = lost.all();
        if (!waiting.isEmpty()) {
            for (NodeAddress node : nodes.heardSince(waiting)) {
                lost.tried(node.code(), now);
                streams.hurry(node);
            }
        }
    }

    /** Closes every stream: another server has taken over. */
    void dropAll() {
        closeAllBut(Set.of());
        comparedAll = null;
    }

    /** The nodes whose streams this server keeps open. */
    Set<String> codes() {
        return Set.copyOf(watchedSince.keySet());
    }

    private void open(List<NodeAddress> nodes) {
        for (NodeAddress node : nodes) {
            if (node.since().equals(watchedSince.get(node.code()))) {
                continue;
            }
            if (streams.open(node)) {
                watchedSince.put(node.code(), node.since());
            } else {
                watchedSince.remove(node.code());
            }
        }
    }

    private void closeAllBut(Set<String> online) {
        for (String code : new HashSet<>(watchedSince.keySet())) {
            if (!online.contains(code)) {
                watchedSince.remove(code);
                streams.close(code);
            }
        }
    }
}
