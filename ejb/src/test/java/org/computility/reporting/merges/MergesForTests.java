package org.computility.reporting.merges;

import org.computility.trading.MarketForTests;
import org.hibernate.StatelessSession;

/** Merges over a test database. */
public final class MergesForTests {

    private MergesForTests() {}

    public static MergedCenters over(MarketForTests database) {
        return over(database.sessions.current());
    }

    public static MergedCenters over(StatelessSession session) {
        MergedCenters merges = new MergedCenters();
        merges.merges = new CenterMerges_(session);
        return merges;
    }
}
