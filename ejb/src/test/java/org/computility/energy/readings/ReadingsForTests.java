package org.computility.energy.readings;

import java.time.Clock;
import org.computility.energy.meters.MetersForTests;
import org.computility.trading.MarketForTests;

/** Readings over a test database. */
public final class ReadingsForTests {

    private ReadingsForTests() {}

    public static ReadingEntry entry(MarketForTests database, Clock clock) {
        ReadingEntry entry = new ReadingEntry();
        entry.readings = new Readings_(database.sessions.current());
        entry.meters = MetersForTests.over(database, clock);
        entry.clock = clock;
        return entry;
    }

    public static ReadingCorrection correction(MarketForTests database, Clock clock) {
        ReadingCorrection correction = new ReadingCorrection();
        correction.readings = new Readings_(database.sessions.current());
        correction.meters = MetersForTests.over(database, clock);
        correction.clock = clock;
        return correction;
    }

    public static ReadingHistory history(MarketForTests database) {
        ReadingHistory history = new ReadingHistory();
        history.readings = new Readings_(database.sessions.current());
        return history;
    }
}
