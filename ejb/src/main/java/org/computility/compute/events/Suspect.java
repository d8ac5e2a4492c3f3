package org.computility.compute.events;

import java.time.Instant;
import java.util.Comparator;
import org.computility.compute.events.Suspects.Probe;
import org.computility.compute.events.Suspects.Verdict;
import org.computility.connector.accelerator.Door;

/** A node whose stream broke, and what its address has said since. Not for use by several threads. */
final class Suspect {

    /** Living ones first, of these whoever was not probed for longest. */
    static final Comparator<Suspect> URGENCY =
            Comparator.<Suspect, Boolean>comparing(suspect -> suspect.dead).thenComparingLong(suspect -> suspect.last);

    private final Instant lost;
    private final long since;
    private long first;
    private long last;
    private long next;
    private long until = Long.MAX_VALUE;
    private int pause = Suspects.BETWEEN;
    private int greetings;
    private int refusals;
    private boolean probing;
    private boolean answered;
    private boolean dead;
    private boolean left;

    /** @param since the round in which it was lost */
    Suspect(Instant lost, long since) {
        this.lost = lost;
        this.since = since;
        last = since;
    }

    boolean isOf(Probe probe) {
        return lost.equals(probe.lost());
    }

    boolean isDead() {
        return dead;
    }

    /** Something listened at its address when it was probed last. */
    boolean answers() {
        return answered;
    }

    boolean isDue(long round) {
        return !probing && !left && next <= round && round <= until;
    }

    /** It is dead for so long that nobody looks for it any more. */
    boolean isForgotten(long round) {
        return dead && until < round;
    }

    boolean wasLostWith(Suspect other) {
        return Math.abs(since - other.since) <= Suspects.SAME_TIME;
    }

    Probe begin(String code, long round) {
        if (first == 0) {
            first = round;
            until = round + Suspects.SUSPECT_FOR;
        }
        probing = true;
        last = round;
        if (dead) {
            pause = Math.min(2 * pause, Suspects.LONGEST_BETWEEN);
        }
        next = round + pause;
        return new Probe(code, lost, dead);
    }

    /** {@code DEAD} when its address has refused often enough. */
    Verdict told(Door door) {
        if (dead) {
            return door == Door.OPEN ? Verdict.BACK : Verdict.WAIT;
        }
        answered = door == Door.OPEN;
        if (answered) {
            until = first + Suspects.ANSWERING_FOR;
        }
        refusals = door == Door.SHUT ? refusals + 1 : 0;
        return refusals >= Suspects.REFUSALS ? Verdict.DEAD : Verdict.WAIT;
    }

    void ended() {
        probing = false;
    }

    void bury(long round) {
        dead = true;
        until = round + Suspects.DEAD_FOR;
    }

    /** Whoever listens there was asked, and is not the node yet: it is asked after 4, 8, 16 … rounds again. */
    void putOff(long round) {
        greetings++;
        next = round + ((long) Suspects.BETWEEN << greetings);
    }

    /** Is probed no more. */
    void leave() {
        left = true;
    }
}
