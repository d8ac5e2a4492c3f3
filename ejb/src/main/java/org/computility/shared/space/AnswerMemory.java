package org.computility.shared.space;

import java.util.concurrent.atomic.AtomicLong;

/** How much of this server's memory long answers hold on their way: at most a quarter, all together. */
public final class AnswerMemory {

    /** An answer is there as bytes, as a text and as JSON. */
    private static final int COPIES = 8;

    private static final int PART = 4;
    private static final AnswerMemory OF_THIS_SERVER =
            new AnswerMemory(Runtime.getRuntime().maxMemory() / PART);

    private final AtomicLong held = new AtomicLong();
    private final long most;

    /** For tests; others share that of the server. */
    public AnswerMemory(long most) {
        this.most = most;
    }

    public static AnswerMemory ofThisServer() {
        return OF_THIS_SERVER;
    }

    public Room room() {
        return new Room();
    }

    /** What one answer holds until it is closed. */
    public final class Room implements AutoCloseable {

        private long taken;

        /** False when there is no room for so many bytes more. */
        public boolean take(long bytes) {
            return hold(bytes * COPIES);
        }

        /** The same for bytes of which the copies are counted. */
        public boolean hold(long wanted) {
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
