package org.computility.energy.meters;

import java.time.Clock;
import org.computility.trading.MarketForTests;

/** The registry over a test database. */
public final class MetersForTests {

    private MetersForTests() {}

    public static MeterRegistry over(MarketForTests database, Clock clock) {
        MeterRegistry registry = new MeterRegistry();
        registry.meters = new Meters_(database.sessions.current());
        registry.clock = clock;
        return registry;
    }
}
