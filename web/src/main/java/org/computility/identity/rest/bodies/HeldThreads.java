package org.computility.identity.rest.bodies;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many threads of this server may wait for bodies at the same time: half of them are left to everybody else. */
final class HeldThreads {

    private static final int MOST = 96;

    /** On a busy server, many bodies that come at once are read within that time. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Semaphore places;
    private final Duration patience;

    HeldThreads(int most, Duration patience) {
        places = new Semaphore(most);
        this.patience = patience;
    }

    static HeldThreads ofThisServer() {
        return new HeldThreads(MOST, PATIENCE);
    }

    /** False when too many wait already. */
    boolean take() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void give() {
        places.release();
    }
}
