package org.computility.shared.timing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The clock that rooms inject, so that a test can hand them another. */
@ApplicationScoped
public class SystemClock {

    // What PostgreSQL keeps of an instant: what is written equals what is read again.
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    /** UTC, since zones belong to the edge; it ticks in microseconds. */
    @Produces
    Clock utc() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
