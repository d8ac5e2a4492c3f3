package org.computility.energy.capacity;

import java.time.Clock;
import java.time.Instant;
import org.computility.trading.MarketForTests;

/** What centers had, over a test database. */
public final class CapacityForTests {

    private CapacityForTests() {}

    public static CapacityNoting over(MarketForTests database, Clock clock) {
        CapacityNoting noting = new CapacityNoting();
        noting.notes = new CapacityNotes_(database.sessions.current());
        noting.clock = clock;
        return noting;
    }

    /** What is noted of a center. */
    public static void note(MarketForTests database, String center, int cores, int accelerators, Instant now) {
        new CapacityNotes_(database.sessions.current())
                .note(new String[] {center}, new Integer[] {cores}, new Integer[] {accelerators}, now);
    }
}
