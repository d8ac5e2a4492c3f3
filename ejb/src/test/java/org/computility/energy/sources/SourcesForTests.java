package org.computility.energy.sources;

import java.time.Clock;
import org.computility.energy.meters.MetersForTests;
import org.computility.trading.MarketForTests;

/** Sources over a test database. */
public final class SourcesForTests {

    private SourcesForTests() {}

    /** For those who take meters out of service; it says no sources. */
    public static SourceRegistry registry(MarketForTests database, Clock clock) {
        SourceRegistry registry = new SourceRegistry();
        registry.sources = new MeterSources_(database.sessions.current());
        registry.meters = MetersForTests.over(database, clock);
        registry.clock = clock;
        return registry;
    }
}
