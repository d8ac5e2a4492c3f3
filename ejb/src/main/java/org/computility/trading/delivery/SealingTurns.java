package org.computility.trading.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.computility.shared.Unavailable;

/**
 * Who encrypts which resource now. Who asks for one that is being encrypted waits for it, a while. Each of them holds a thread
 * of the server, also while a seller sends slowly; so only some are let in at once.
 */
final class SealingTurns {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param places of those who encrypt and those who wait, on this server
     * @param patience with another who encrypts the same
     */
    SealingTurns(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    /**
     * Does the work when nobody else does it for that resource.
     *
     * @throws Unavailable {@code server-busy} where no place is free, or the other does not end
     */
    void take(UUID resource, Runnable work) {
        if (!places.tryAcquire()) {
            throw busy("The server prepares other data now; try again in a while.");
        }
        try {
            Turn turn = turns.compute(resource, (id, known) -> (known == null ? new Turn() : known).entered());
            try {
                turn.run(work);
            } finally {
                turns.computeIfPresent(resource, (id, known) -> known.left());
            }
        } finally {
            places.release();
        }
    }

    private static Unavailable busy(String message) {
        return new Unavailable("server-busy", message, SOON);
    }

    /** The turn of one resource, as long as anybody is at it. */
    private final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int inside;

        Turn entered() {
            inside++;
            return this;
        }

        /** Null, which forgets it, when the last one left. */
        Turn left() {
            inside--;
            return inside == 0 ? null : this;
        }

        void run(Runnable work) {
            if (!await()) {
                throw busy("The data is still being prepared for delivery; try again in a while.");
            }
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }

        private boolean await() {
            try {
                return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
