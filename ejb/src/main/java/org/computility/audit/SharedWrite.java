package org.computility.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One write for all callers that wait at the same time: one caller writes everything that all have handed in. Things
 * that come meanwhile go with the next write. A caller waits for the running write and for one more, however many
 * callers there are.
 */
final class SharedWrite<T> {

    private final Consumer<List<T>> write;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    /** Uses that write. It takes one thing or many, and writes nothing when it throws. */
    SharedWrite(Consumer<List<T>> write) {
        this.write = write;
    }

    /**
     * Returns once the thing is written. When a shared write fails, each caller tries once more alone, so that nobody
     * gets another's failure. When the caller's own write fails, its exception is thrown.
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

    /** How many waiting things no write has taken yet. */
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

    /** A thing to write, and what became of it; the lock guards both marks. */
    private static final class Waiting<T> {
        private final T thing;
        private boolean taken;
        private boolean written;

        Waiting(T thing) {
            this.thing = thing;
        }
    }
}
