package org.computility.reporting.plausibility;

import org.computility.trading.MarketForTests;

/** The rules over a test database. */
public final class PlausibilityForTests {

    private PlausibilityForTests() {}

    public static Plausibility over(MarketForTests database) {
        Plausibility plausibility = new Plausibility();
        plausibility.rules = new PlausibilityRules_(database.sessions.current());
        plausibility.caller = database.caller;
        return plausibility;
    }
}
