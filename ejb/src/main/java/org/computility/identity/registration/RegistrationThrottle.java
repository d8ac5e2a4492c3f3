package org.computility.identity.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.computility.shared.Throttled;

/** How many registrations one network may send in an hour. Memory of this server only. */
final class RegistrationThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final long hourly;
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(WINDOW)
            .build();

    RegistrationThrottle(Clock clock, long hourly) {
        this.clock = clock;
        this.hourly = hourly;
    }

    /** Counts one more; Throttled {@code registration-throttled} when that is too many. */
    void spend(String network) {
        Instant now = clock.instant();
        Window window = windows.asMap()
                .compute(
                        network,
                        (same, before) -> before == null || !now.isBefore(before.end())
                                ? new Window(1, now.plus(WINDOW))
                                : new Window(before.sent() + 1, before.end()));
        if (window.sent() > hourly) {
            throw new Throttled(
                    "registration-throttled",
                    "Too many registrations from this address; try again later.",
                    Duration.between(now, window.end()).plusSeconds(1));
        }
    }

    private record Window(long sent, Instant end) {}
}
