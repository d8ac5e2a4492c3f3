package org.computility.compute.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The keepalive time-out. Silence counts only while the platform could have heard: after it was away itself (a start, a stopped
 * machine) it listens for one whole time-out before it calls any node silent. Not for use by several threads.
 */
final class SilenceRule {

    private static final Duration LONGEST_GAP = Duration.ofSeconds(15);
    private static final int WRITES_IN_TIMEOUT = 9;

    private final Duration timeout;
    private Instant listeningSince;
    private Instant lastRound;

    SilenceRule(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * How long a written time may stand although its node is heard again: a ninth of the time-out, 13 s of 120. The rule
     * judges no differently: a time that is held back is written long before the older one would make its node silent.
     */
    Duration betweenWrites() {
        return timeout.dividedBy(WRITES_IN_TIMEOUT);
    }

    /** The instant before which a last message is too old; empty while no node is judged. To be asked every second. */
    Optional<Instant> tooOldBefore(Instant now) {
        if (lastRound == null || lastRound.plus(LONGEST_GAP).isBefore(now)) {
            listeningSince = now;
        }
        lastRound = now;
        Instant limit = now.minus(timeout);
        return limit.isBefore(listeningSince) ? Optional.empty() : Optional.of(limit);
    }
}
