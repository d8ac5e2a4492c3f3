package org.computility.connector.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling up to a limit; half of the wait is random, so that runtimes
 * spread.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;
    private int failures;

    public Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** The wait after one more failure. */
    public Duration next() {
        long doubled = first.toMillis() << Math.min(failures, 20);
        long millis = Math.min(doubled, longest.toMillis());
        failures++;
        return Duration.ofMillis(Math.max(first.toMillis(), millis / 2 + chance.nextLong(millis / 2 + 1)));
    }

    /** The next failure is the first again. */
    public void reset() {
        failures = 0;
    }
}
