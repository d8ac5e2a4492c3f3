package org.computility.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One write for all callers that wait at the same time: one of them writes what all have handed in, and what comes
 * meanwhile goes with the next write. A caller waits for the write that runs and for one more, however many there are.
 */
final class SharedWrite<T> {

    private final Consumer<List<T>> write;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    /** By that write, which takes one thing or many: all of them or, when it throws, none. */
    SharedWrite(Consumer<List<T>> write) {
        this.write = write;
    }

    /**
     * Returns once the thing is written. What cannot be written together is tried once more by each caller alone, so that
     * nobody's failure becomes another's; then it throws what the write threw.
     */
    void write(T thing) {
        Waiting<T> mine = new Waiting<>(thing);
        queue.add(mine);
        turn.lock();
        try {
            if (!mine.taken) {
                writeAllThatWait();
            }
        } finally {
            turn.unlock();
        }
        if (!mine.written) {
            write.accept(List.of(thing));
        }
    }

    /** How many have handed in what no write has taken yet. */
    int waiting() {
        return queue.size();
    }

    private void writeAllThatWait() {
        List<Waiting<T>> all = new ArrayList<>();
        for (Waiting<T> next = queue.poll(); next != null; next = queue.poll()) {
            next.taken = true;
            all.add(next);
        }
        try {
            write.accept(all.stream().map(waiting -> waiting.thing).toList());
        } catch (RuntimeException e) {
            if (all.size() == 1) {
                throw e;
            }
            return;
        }
        all.forEach(waiting -> waiting.written = true);
    }

    /** What it is, and what became of it; the lock guards both marks. */
    private static final class Waiting<T> {
        private final T thing;
        private boolean taken;
        private boolean written;

        Waiting(T thing) {
            this.thing = thing;
        }
    }
}
