package org.computility.shared.timing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a timer does again and again, one round at a time. A round that comes while another still runs is left out. A
 * round that throws is logged, and the next round tries again: the database may be away for a while.
 */
public final class Rounds {

    private final Logger log;
    private final String complaint;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param log where a round that throws is told
     * @param complaint what could not be done, and when it is tried again
     */
    public Rounds(Logger log, String complaint) {
        this.log = log;
        this.complaint = complaint;
    }

    /** Runs it here, unless one is running; throws no {@link RuntimeException}. */
    public void run(Runnable round) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            round.run();
        } catch (RuntimeException e) {
            log.log(Level.WARNING, complaint, e);
        } finally {
            running.set(false);
        }
    }
}
