package org.computility.reporting.merges;

import org.computility.trading.MarketForTests;

/** Merges over a test database. */
public final class MergesForTests {

    private MergesForTests() {}

    public static MergedCenters over(MarketForTests database) {
        MergedCenters merges = new MergedCenters();
        merges.merges = new CenterMerges_(database.sessions.current());
        return merges;
    }
}
