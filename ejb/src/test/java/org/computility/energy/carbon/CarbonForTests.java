package org.computility.energy.carbon;

import org.computility.trading.MarketForTests;

/** Factors over a test database. */
public final class CarbonForTests {

    private CarbonForTests() {}

    public static CarbonAccounting over(MarketForTests database) {
        CarbonAccounting accounting = new CarbonAccounting();
        accounting.factors = new CarbonFactors_(database.sessions.current());
        return accounting;
    }
}
