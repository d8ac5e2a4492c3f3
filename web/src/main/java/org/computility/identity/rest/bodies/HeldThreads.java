package org.computility.identity.rest.bodies;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many threads of this server may wait for bodies at the same time: half of them are left to everybody else. A caller has a quarter of
 * the places at most, so that one slow caller leaves room for the bodies of others.
 */
final class HeldThreads {

    private static final int MOST = 96;
    private static final int SHARES = 4;

    /** On a busy server, many bodies that come at once are read within that time. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Semaphore places;
    private final int mostOfOne;
    private final Duration patience;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    HeldThreads(int most, int mostOfOne, Duration patience) {
        places = new Semaphore(most);
        this.mostOfOne = mostOfOne;
        this.patience = patience;
    }

    static HeldThreads ofThisServer() {
        return new HeldThreads(MOST, MOST / SHARES, PATIENCE);
    }

    /** False when too many wait already, or too many of that caller. */
    boolean take(String caller) {
        long until = System.nanoTime() + patience.toNanos();
        Share share = shares.compute(caller, (who, known) -> known == null ? new Share(mostOfOne) : known.used());
        if (!acquired(share.places, until)) {
            forget(caller);
            return false;
        }
        if (!acquired(places, until)) {
            share.places.release();
            forget(caller);
            return false;
        }
        return true;
    }

    void give(String caller) {
        places.release();
        shares.get(caller).places.release();
        forget(caller);
    }

    private static boolean acquired(Semaphore of, long until) {
        try {
            return of.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget(String caller) {
        shares.computeIfPresent(caller, (who, share) -> share.left() ? null : share);
    }

    /** A caller's places, known as long as one of its calls has one or waits for it. */
    private static final class Share {

        private final Semaphore places;
        private int users = 1;

        private Share(int most) {
            places = new Semaphore(most);
        }

        private Share used() {
            users++;
            return this;
        }

        /** Whether this was the last one. */
        private boolean left() {
            users--;
            return users == 0;
        }
    }
}
