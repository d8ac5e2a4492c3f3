package org.computility.jobs.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        Held held = new Held(claimed.stream().map(AttemptFacts::runtimeId).toList(), clock.instant());
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
        private final Instant since;
        private volatile Instant confirmed;
        private boolean over;

        private Held(List<String> runtimeIds, Instant since) {
            this.runtimeIds = runtimeIds;
            this.since = since;
            confirmed = since;
        }

        /** Whether enough of the claim is left for a call of a center. */
        boolean isSafe() {
            return clock.instant().isBefore(confirmed.plus(claim.dividedBy(2)));
        }

        private synchronized void prolong() {
            Instant now = clock.instant();
            if (!over && now.isBefore(since.plus(LONGEST))) {
                queue.prolong(runtimeIds, claim);
                confirmed = now;
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
