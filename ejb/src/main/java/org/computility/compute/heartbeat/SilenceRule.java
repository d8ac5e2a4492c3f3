package org.computility.compute.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The 90 s rule. Silence counts only while the platform could have heard: after it was away itself (a start, a stopped
 * machine) it listens for one whole time-out before it calls any node silent. Not for use by several threads.
 */
final class SilenceRule {

    private static final Duration LONGEST_GAP = Duration.ofSeconds(15);

    private final Duration timeout;
    private Instant listeningSince;
    private Instant lastRound;

    SilenceRule(Duration timeout) {
        this.timeout = timeout;
    }

    /** To be asked every second. The instant before which a last message is too old, or empty while none is judged. */
    Optional<Instant> tooOldBefore(Instant now) {
        if (lastRound == null || lastRound.plus(LONGEST_GAP).isBefore(now)) {
            listeningSince = now;
        }
        lastRound = now;
        Instant limit = now.minus(timeout);
        return limit.isBefore(listeningSince) ? Optional.empty() : Optional.of(limit);
    }
}
