package org.computility.compute.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes are to be compared, and when: a node whose stream is open again and again, any other node once. Memory
 * only: a server that takes over opens all streams, and a stream that opens makes its node due. Safe for use by several
 * threads.
 */
final class DueNodes {

    private final Duration interval;
    private static final int ATTEMPTS = 10;

    /** Nobody asks for a comparison later than this. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final Map<String, Node> nodes = new HashMap<>();

    /**
     * A node that is due.
     *
     * @param whole whether it is asked for everything; else only for what should be there
     */
    record Due(String code, boolean whole) {}

    private static final class Node {
        private boolean open;
        private boolean whole;
        private boolean taken;
        /** Attempts that are left to somebody's own question, for a node whose stream is not open here. */
        private int attempts;
        /** Null while it is being compared and nothing new has come up. */
        private Instant due;
    }

    DueNodes(Duration interval) {
        this.interval = interval;
    }

    /** The node's stream is open: it is due now, and from then on at every interval. */
    synchronized void opened(String code, Instant now) {
        Node node = nodes.computeIfAbsent(code, unknown -> new Node());
        node.open = true;
        node.whole = true;
        node.due = now;
    }

    /** The node's stream is not open any more. What was asked for by {@link #once} stays. */
    synchronized void closed(String code) {
        Node node = nodes.get(code);
        if (node != null) {
            node.open = false;
            if (!node.whole && !node.taken) {
                nodes.remove(code);
            }
        }
    }

    /** The streams of all other nodes are not open any more. */
    synchronized void closedAllBut(Set<String> codes) {
        Set<String> others = new HashSet<>(nodes.keySet());
        others.removeAll(codes);
        others.forEach(this::closed);
    }

    /** The node is due at that time, whether its stream is open or not. */
    synchronized void once(String code, Instant at) {
        Node node = nodes.computeIfAbsent(code, unknown -> new Node());
        node.whole = true;
        node.attempts = ATTEMPTS;
        node.due = node.due == null || at.isBefore(node.due) ? at : node.due;
    }

    /** Takes due nodes, the longest waiting first; each must be given back by {@link #compared}. */
    synchronized List<Due> take(Instant now, int most) {
        return nodes.entrySet().stream()
                .filter(entry ->
                        entry.getValue().due != null && !entry.getValue().taken && isPast(entry.getValue().due, now))
                .sorted(Comparator.comparing(entry -> entry.getValue().due))
                .limit(most)
                .map(entry -> take(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What lies further ahead than it can was set by a clock that has been put back since. */
    private boolean isPast(Instant due, Instant now) {
        return !due.isAfter(now) || due.isAfter(now.plus(interval).plus(LATEST));
    }

    private static Due take(String code, Node node) {
        Due taken = new Due(code, node.whole);
        node.whole = false;
        node.taken = true;
        node.due = null;
        return taken;
    }

    /**
     * The comparison has ended. A failed comparison is made up for at the next interval; one that somebody asked for by
     * {@link #once} is tried {@value #ATTEMPTS} times where no stream is open.
     */
    synchronized void compared(Due taken, boolean done, Instant now) {
        Node node = nodes.get(taken.code());
        if (node == null) {
            return;
        }
        boolean again = taken.whole() && !done;
        node.taken = false;
        node.attempts = again ? node.attempts - 1 : 0;
        if (node.due != null) {
            node.whole |= again;
        } else if (node.open || node.attempts > 0) {
            node.whole = again;
            node.due = now.plus(interval);
        } else {
            nodes.remove(taken.code());
        }
    }
}
