package org.computility.shared.outbound.parcels;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** When a receiver is tried next, how it went, and which server does it now: one at a time, which holds a claim. */
@Embeddable
public class Turn {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** 2¹⁰ seconds are longer than the longest pause. */
    private static final int DOUBLED_AT_MOST = 10;

    private static final int FAULT_LENGTH = 200;

    private int failures;
    private String fault;
    private Instant nextTryAt;
    private UUID claim;

    @Column
    private Instant claimedUntil;

    /** It is tried then; what failed before does not count. */
    public void dueAt(Instant next) {
        nextTryAt = next;
        succeeded();
    }

    /** Nobody else tries until then. */
    public UUID claim(Instant until) {
        claim = UUID.randomUUID();
        claimedUntil = until;
        return claim;
    }

    public boolean isClaimedBy(UUID one) {
        return one.equals(claim);
    }

    public void holdUntil(Instant until) {
        claimedUntil = until;
    }

    public void release() {
        claim = null;
        claimedUntil = null;
    }

    /** The receiver has taken something. */
    public void succeeded() {
        failures = 0;
        fault = null;
    }

    /** The next try comes after a pause, twice as long each time. */
    public void failed(String why, Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLED_AT_MOST));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        failures++;
        fault = why.length() > FAULT_LENGTH ? why.substring(0, FAULT_LENGTH) : why;
    }

    /** What failed is left: what comes next begins with short pauses again. */
    public void gaveUp() {
        failures = 0;
    }

    /** Tries in a row that came to nothing. */
    public int failures() {
        return failures;
    }

    /** Why the last try came to nothing, or null. */
    public String fault() {
        return fault;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }
}
