package org.computility.trading.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.computility.shared.database.TestSessions;

/** Forgets calls and uses as if it were later. */
public final class TracesForTests {

    private TracesForTests() {}

    /** What is kept for 400 days, so many days after now. */
    public static void purgeAfter(TestSessions sessions, Clock now, int days) {
        TracePurge purge = new TracePurge();
        purge.traces = new MarketTraces_(sessions.current());
        purge.config = RetentionConfig.from(key -> Optional.empty());
        purge.clock = Clock.fixed(now.instant().plus(Duration.ofDays(days)), ZoneOffset.UTC);
        sessions.commit(() -> {
            purge.purgeSomeCalls();
            purge.purgeSomeUses();
        });
    }
}
