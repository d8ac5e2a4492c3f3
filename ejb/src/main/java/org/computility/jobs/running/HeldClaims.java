package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.register.AttemptQueue;

/**
 * What this server has claimed and works on. Claims are short, so that others soon go on with the work of a server that died,
 * and are prolonged while the work lasts.
 */
final class HeldClaims {

    /** Work that lasts longer has gone astray. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final AttemptQueue queue;
    private final Duration claim;
    private final Clock clock;
    private final Set<Held> all = ConcurrentHashMap.newKeySet();

    HeldClaims(AttemptQueue queue, Duration claim, Clock clock) {
        this.queue = queue;
        this.claim = claim;
        this.clock = clock;
    }

    /** From the moment of the claim until it is closed. */
    Held hold(List<AttemptFacts> claimed) {
        Held held = new Held(claimed, clock.instant());
        all.add(held);
        return held;
    }

    /** More often than a claim lasts. */
    void prolong() {
        all.forEach(Held::prolong);
    }

    /** Claims of one piece of work. */
    final class Held implements AutoCloseable {

        private final List<String> runtimeIds;
        /** Until when the claims last, as this server has written it; who claims them later writes something else. */
        private final Set<Instant> written = new HashSet<>();

        private final Instant since;
        private volatile Instant confirmed;
        private boolean over;

        private Held(List<AttemptFacts> claimed, Instant since) {
            runtimeIds = claimed.stream().map(AttemptFacts::runtimeId).toList();
            claimed.forEach(attempt -> written.add(attempt.claimedUntil()));
            this.since = since;
            confirmed = since;
        }

        /** Whether enough of the claim is left for a call of a center. */
        boolean isSafe() {
            return clock.instant().isBefore(confirmed.plus(claim.dividedBy(2)));
        }

        /** By these it is seen whether nobody else has claimed since. */
        synchronized Set<Instant> written() {
            return Set.copyOf(written);
        }

        // Where one is lost, none is safe any more. Whether a call that fails has written, nobody knows.
        private synchronized void prolong() {
            Instant now = clock.instant();
            if (!over && now.isBefore(since.plus(LONGEST))) {
                Instant until = now.plus(claim).truncatedTo(ChronoUnit.MICROS);
                written.add(until);
                if (queue.prolong(runtimeIds, written, until) == runtimeIds.size()) {
                    written.removeIf(earlier -> !earlier.equals(until));
                    confirmed = now;
                }
            }
        }

        /** Nobody prolongs them any more when this returns. */
        @Override
        public synchronized void close() {
            over = true;
            all.remove(this);
        }
    }
}
