package org.computility.energy.nodes;

import org.computility.trading.MarketForTests;

/** Counting over a test database. */
public final class NodesForTests {

    private NodesForTests() {}

    public static NodeCounting counting(MarketForTests database) {
        NodeCounting counting = new NodeCounting();
        counting.counts = new NodeCounts_(database.sessions.current());
        return counting;
    }
}
