package org.computility.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.computility.identity.passwords.RequestOrigin;
import org.computility.shared.Throttled;

/**
 * Slows guessing without locking anyone out. Failures count per user name and source address: after five, each further
 * one doubles a pause of that pair, up to 15 minutes; the user's tokens and the user at any other address go on. A
 * softer budget per address, 60 failures a minute, slows guessing across many names. Memory of this server only: a
 * restart or a second server costs an attacker little and never locks the victim.
 */
final class LoginThrottle {

    private static final int FREE = 5;
    private static final int ADDRESS_BUDGET = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;

    private final Clock clock;
    private final Cache<String, Tries> pairs;
    private final Cache<String, Tries> addresses;

    LoginThrottle(Clock clock) {
        this.clock = clock;
        pairs = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(LONGEST_PAUSE.multipliedBy(2))
                .build();
        addresses = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(ADDRESS_WINDOW.multipliedBy(2))
                .build();
    }

    /** Throws Throttled {@code login-throttled} while the pair or the address must pause. */
    void check(String username, String address) {
        pair(username, address).refuseWhilePaused(clock.instant());
        address(address).refuseWhilePaused(clock.instant());
    }

    /**
     * To be called before a guess is tried; one of the two ends must follow. Refuses more guesses at once than are
     * free.
     */
    void start(String username, String address) {
        pair(username, address).start(clock.instant());
    }

    void succeeded(String username, String address) {
        pair(username, address).succeeded();
    }

    void failed(String username, String address) {
        pair(username, address).failed(clock.instant());
        address(address).spend(clock.instant());
    }

    private Tries pair(String username, String address) {
        return pairs.get(username.toLowerCase(Locale.ROOT) + '\n' + RequestOrigin.network(address), key -> new Tries());
    }

    private Tries address(String address) {
        return addresses.get(RequestOrigin.network(address), key -> new Tries());
    }

    private static final class Tries {
        private int failures;
        private int running;
        private Instant pausedUntil = Instant.MIN;
        private Instant windowEnd = Instant.MIN;

        synchronized void refuseWhilePaused(Instant now) {
            if (now.isBefore(pausedUntil)) {
                throw refusal(Duration.between(now, pausedUntil));
            }
        }

        synchronized void start(Instant now) {
            refuseWhilePaused(now);
            // Otherwise a thousand guesses sent at once would all start before the first has failed.
            if (running >= Math.max(1, FREE - failures)) {
                throw refusal(Duration.ofSeconds(1));
            }
            running++;
        }

        synchronized void succeeded() {
            running--;
            failures = 0;
        }

        synchronized void failed(Instant now) {
            running--;
            failures++;
            if (failures >= FREE) {
                Duration pause = Duration.ofSeconds(1L << Math.min(failures - FREE, 20));
                pausedUntil = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            }
        }

        synchronized void spend(Instant now) {
            if (!now.isBefore(windowEnd)) {
                windowEnd = now.plus(ADDRESS_WINDOW);
                failures = 0;
            }
            failures++;
            if (failures >= ADDRESS_BUDGET) {
                pausedUntil = windowEnd;
            }
        }

        private static Throttled refusal(Duration wait) {
            return new Throttled(
                    "login-throttled",
                    "Too many failed logins; try again later.",
                    wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
        }
    }
}
