package org.computility.compute.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The keepalive time-out. Silence counts only while the platform could have heard: after it was away itself (a start, a stopped
 * machine), or after its clock was put forward or back, it listens for one whole time-out before it calls any node silent.
 * Safe for use by several threads.
 */
final class SilenceRule {

    /** Callers wait that long for an answer: a server that was stopped for less has lost no keepalive. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(10);

    /** Listening is noted every second, and a late second is no gap. */
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(3);

    private static final int GAPS_IN_TIMEOUT = 2;
    private static final int WRITES_IN_TIMEOUT = 9;

    private final Duration timeout;
    private final Listening listening;

    SilenceRule(Duration timeout) {
        this.timeout = timeout;
        listening = new Listening(longestGap(timeout.dividedBy(GAPS_IN_TIMEOUT)));
    }

    private static Duration longestGap(Duration part) {
        if (part.compareTo(SHORTEST_GAP) < 0) {
            return SHORTEST_GAP;
        }
        return part.compareTo(LONGEST_GAP) < 0 ? part : LONGEST_GAP;
    }

    /**
     * How old a written time may be while its node is heard again and again. A part of the time-out, so that no node that
     * is heard is ever taken for silent, and much longer than a round, so that not every sign costs a write.
     */
    Duration betweenWrites() {
        return timeout.dividedBy(WRITES_IN_TIMEOUT);
    }

    /**
     * This server listens now; to be told every second. Answers since when without a break: when that changes, written times
     * may lie in the future.
     */
    Moment listens(Moment now) {
        return listening.goesOn(now);
    }

    /** The instant before which a last message is too old; empty while no node is judged. */
    Optional<Instant> tooOldBefore(Moment now) {
        listening.goesOn(now);
        return listening.time().compareTo(timeout) < 0
                ? Optional.empty()
                : Optional.of(now.wall().minus(timeout));
    }
}
