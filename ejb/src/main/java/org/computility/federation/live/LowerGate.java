package org.computility.federation.live;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Lets so many questions at once through to one platform, and none for a while when it did not answer several times in a row. */
final class LowerGate {

    /** So often in a row it may be silent before it is left alone. */
    private static final int SILENCES = 3;

    private final LiveConfig config;
    private final Semaphore places;
    private int silences;
    private String lastSilence;
    private boolean tried;
    private Instant closedUntil = Instant.MIN;

    LowerGate(LiveConfig config) {
        this.config = config;
        places = new Semaphore(config.atOnce());
    }

    /** Why nothing may be asked now; empty: it may, and {@link #leave} follows. */
    Optional<String> enter(Instant now) {
        synchronized (this) {
            if (now.isBefore(closedUntil)) {
                return Optional.of(lastSilence + " It is not asked again before " + closedUntil + ".");
            }
            if (silences >= SILENCES) {
                if (tried) {
                    return Optional.of(lastSilence + " Whether it answers again is being tried.");
                }
                tried = true;
            }
        }
        if (places.tryAcquire()) {
            return Optional.empty();
        }
        return Optional.of(config.atOnce() + " questions wait for its answers already.");
    }

    synchronized void leave() {
        tried = false;
        places.release();
    }

    synchronized void answered() {
        silences = 0;
        closedUntil = Instant.MIN;
    }

    /** After the pause one question goes through; a further silence closes it again. */
    synchronized void silent(String why, Instant now) {
        lastSilence = why;
        silences++;
        if (silences >= SILENCES) {
            closedUntil = now.plus(config.pause());
        }
    }
}
