package org.computility.trading.subscription.calls;

import java.util.concurrent.atomic.AtomicLong;
import org.computility.shared.outbound.OutboundRoom;

/** How much of this server's memory long answers hold on their way: at most a quarter. */
final class AnswerMemory {

    /** An answer is there as bytes, as a text and as JSON. */
    private static final int COPIES = 8;

    private static final int PART = 4;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    AnswerMemory(long most) {
        this.most = most;
    }

    static AnswerMemory ofThisServer() {
        return new AnswerMemory(Runtime.getRuntime().maxMemory() / PART);
    }

    Room room() {
        return new Room();
    }

    /** What one answer holds until it is closed. */
    final class Room implements OutboundRoom, AutoCloseable {

        private long taken;

        @Override
        public boolean take(long bytes) {
            long wanted = bytes * COPIES;
            if (held.addAndGet(wanted) > most) {
                held.addAndGet(-wanted);
                return false;
            }
            taken += wanted;
            return true;
        }

        @Override
        public void close() {
            held.addAndGet(-taken);
            taken = 0;
        }
    }
}
